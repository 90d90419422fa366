"""Wrong and missed facts as one HTML page, whole in itself, with no script."""

import re
from collections.abc import Sequence

from jinja2 import Environment, PackageLoader, StrictUndefined

from kg.evaluation.errors import missed, wrong
from kg.evaluation.measured import Measured
from kg.evaluation.table import table


def page(measured: Sequence[Measured]) -> str:
    """The page; what articles and gold say is shown as text, never taken as HTML."""
    environment = Environment(
        loader=PackageLoader("kg.evaluation", "."), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["shown"] = _shown
    sets = [
        {"name": each.name, "table": table(each), "kinds": [("Wrong", wrong(each.compared)), ("Missed", missed(each.compared))]}
        for each in measured
    ]
    return environment.get_template("page.html.j2").render(sets=sets)


def _shown(text: str) -> str:
    r"""The text with control and direction characters, and what UTF-8 cannot hold, replaced one for one.

    >>> _shown("a\x00\u202eb")
    'a\ufffd\ufffdb'
    """
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]", "\ufffd", text)
