"""What a server that asks for a name and a password is answered."""

import base64

import pytest

from kg import access
from kg.access import Access

BASIC = f"Basic {base64.b64encode(b'Mufasa:Circle of Life').decode()}"
DIGEST = (
    'Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm={}, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", '
    'opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"'
)
"""The example of RFC 7616, section 3.9.1."""


@pytest.fixture(autouse=True)
def known(monkeypatch):
    monkeypatch.setenv("KG_USER", "Mufasa")
    monkeypatch.setenv("KG_PASSWORD", "Circle of Life")
    monkeypatch.setattr(access.secrets, "token_hex", lambda _: "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ")


def test_nothing_is_given_unasked():
    assert {} == Access("example.org").headers("GET", "/dir/index.html")


@pytest.mark.parametrize(
    ("algorithm", "response"),
    [
        ("MD5", "8ca523f5e9506fed4657c9700eebdbec"),
        ("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"),
    ],
)
def test_a_digest_is_that_of_the_standard(algorithm, response):
    ours = Access("example.org")

    assert ours.asked([DIGEST.format(algorithm)])
    (answer,) = ours.headers("GET", "/dir/index.html").values()
    assert f'response="{response}"' in answer
    assert "nc=00000001" in answer
    assert "nc=00000002" in ours.headers("GET", "/dir/index.html")["Authorization"]


@pytest.mark.parametrize(
    ("challenges", "scheme"),
    [
        (['Basic realm="news"'], "Basic"),
        (['Basic realm="news"', DIGEST.format("MD5")], "Digest"),
        ([], "Basic"),
        (['Digest realm="news", nonce="1"'], "Digest"),
        ([DIGEST.format("SHA-512-256"), DIGEST.format("SHA-256")], "Digest"),
        ([DIGEST.format("MD5-sess"), 'Basic realm="news"'], "Basic"),
    ],
)
def test_the_answer_is_in_the_form_that_is_asked_for_a_digest_before_a_password(challenges, scheme):
    ours = Access("example.org")

    assert ours.asked(challenges)
    assert scheme == ours.headers("PUT", "/store")["Authorization"].split()[0]


@pytest.mark.parametrize(
    "challenge", ['Bearer realm="news"', DIGEST.format("MD5-sess"), 'Digest realm="news"', 'Digest qop="auth-int", nonce="1", realm="n"']
)
def test_a_password_is_not_given_to_a_server_that_wants_something_else(challenge):
    ours = Access("example.org")

    assert not ours.asked([challenge])
    assert {} == ours.headers("PUT", "/store")


def test_credentials_come_from_a_netrc_file_for_its_host_only(monkeypatch, tmp_path):
    (tmp_path / ".netrc").write_text("machine example.org login Mufasa password 'Circle\n")
    (tmp_path / ".netrc").chmod(0o600)
    monkeypatch.delenv("KG_USER")
    monkeypatch.setenv("HOME", str(tmp_path))

    assert [True, False] == [Access(host).asked(['Basic realm="news"']) for host in ("example.org", "example.net")]
