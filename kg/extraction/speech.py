"""Speech in the article's own words: the clause of a reporting verb, 'according to', and the sentences that go on with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Token

from kg.extraction.scene import Scene
from kg.model import Span


@dataclass(frozen=True, slots=True)
class Said:
    """One utterance: its span, its speaker's thing, whether it stands in quotation marks."""

    span: Span
    speaker: str
    direct: bool


def speaker_at(scene: Scene, token: Token) -> str:
    """The thing at the token, if it can speak."""
    found = scene.heads.get(token.i, "")
    return found if found and (scene.is_a(found, "Agent") or scene.things[found].type == "Position") else ""


def paragraph_end(text: str, begin: int) -> int:
    """Code points before the end of the line that `begin` lies in."""
    end = text.find("\n", begin)
    return len(text) if end < 0 else end


def indirect(scene: Scene) -> Iterator[Said]:
    """The content clause of a reporting verb; a sentence with 'according to'."""
    reports = scene.ontology.cues.get("report", {})
    for verb in scene.doc:
        if verb.pos_ == "VERB" and verb.lemma_.lower() in reports:
            speaker = next(
                (f for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.lower_ not in ("it",) and (f := speaker_at(scene, c))),
                "",
            )
            for clause in (c for c in verb.children if c.dep_ == "ccomp" and speaker):
                yield Said(_gone_on(scene, _clause(scene, clause, verb)), speaker, False)
        elif verb.lower_ == "according" and verb.i + 1 < len(scene.doc) and scene.doc[verb.i + 1].lower_ == "to":
            after = scene.doc[verb.i + 2 : min(verb.i + 14, verb.sent.end)]
            speaker = next((f for t in after if (f := speaker_at(scene, t))), "")
            if speaker:
                yield Said(_gone_on(scene, _rest(scene, verb)), speaker, False)


def _clause(scene: Scene, clause: Token, verb: Token) -> Span:
    tokens = [t for t in clause.subtree if t.i != verb.i and not t.is_space]
    tokens = [t for t in tokens if (t.i < verb.i) == (clause.i < verb.i)]
    while tokens and (tokens[0].is_punct or tokens[0].lower_ == "that"):
        tokens = tokens[1:]
    while tokens and tokens[-1].is_punct:
        tokens = tokens[:-1]
    tokens = tokens or [clause]
    return Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))


def _rest(scene: Scene, according: Token) -> Span:
    """The sentence without its 'according to X'."""
    phrase = {t.i for t in according.subtree}
    rest = [t for t in according.sent if t.i not in phrase and not t.is_space and not t.is_punct]
    after = [t for t in rest if t.i > max(phrase)]
    chosen = after if len(after) > len(rest) / 2 else [t for t in rest if t.i < min(phrase)] or rest or [according]
    return Span(chosen[0].idx, chosen[-1].idx + len(chosen[-1]))


_GOES_ON: Final = (
    "as part of",
    "additionally",
    "in addition",
    "at the same time",
    "the goal",
    "moreover",
    "furthermore",
    "also",
    "he also",
    "she also",
    "besides",
)


def _gone_on(scene: Scene, span: Span) -> Span:
    """The span with the sentences of its paragraph that go on with it."""
    text, end = scene.article.text, span.end
    stop = paragraph_end(text, end)
    for sentence in scene.doc.sents:
        last = sentence.start_char + len(sentence.text.rstrip())
        if end <= sentence.start_char < end + 3 and last <= stop:
            if not sentence.text.strip().lower().startswith(_GOES_ON):
                break
            end = last
    return Span(span.start, end)
