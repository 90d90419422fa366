"""Speech in the article's own words: the clause of a reporting verb, 'according to', and the sentences that go on with it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from kg.extraction.clauses import phrase_of, subjects_of
from kg.extraction.scene import Scene
from kg.extraction.speech.told import between_marks, told, told_by_noun
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
    if found and scene.things[found].type == "Position" and token.i + 1 < len(scene.doc):  # "said Col. Ada Byron"
        after = scene.starts.get(token.i + 1, ("", 0))[0]
        found = after if after and scene.things[after].type == "Person" and scene.things[after].named else found
    return found if found and (scene.is_a(found, "Agent") or scene.things[found].type == "Position") else ""


def reports(scene: Scene, verb: Token) -> bool:
    """Whether the cues name the verb, or the verb with its particle ('point out'), as one that gives somebody's words."""
    return _cued(scene, "report", verb)


def _cued(scene: Scene, kind: str, word: Token) -> bool:
    named = scene.ontology.cues.get(kind, {})
    return word.lemma_.lower() in named or phrase_of(word) in named


def speaker_in(scene: Scene, clause: Sequence[Token]) -> str:
    """The subject of a reporting verb among the tokens; else the thing after 'according to'."""
    inside = {t.i for t in clause}
    for verb in clause:
        if verb.pos_ in ("VERB", "AUX") and reports(scene, verb):
            for child in _subjects(verb):
                if child.i in inside and (found := speaker_at(scene, child)):
                    return found
            beside = [t for t in clause if abs(t.i - verb.i) <= 12 and (found := speaker_at(scene, t))]
            if beside:
                return speaker_at(scene, min(beside, key=lambda t: (abs(t.i - verb.i), t.i)))
    for at, token in enumerate(clause[:-1]):
        if token.lower_ == "according" and clause[at + 1].lower_ == "to":
            return next((found for t in clause[at + 2 : at + 14] if (found := speaker_at(scene, t))), "")
    return ""


def _subjects(verb: Token) -> list[Token]:
    """The verb's subjects; of 'she justified it by saying' those of the verb that it hangs on."""
    while verb.dep_ in ("pcomp", "prep") and verb.head != verb:
        verb = verb.head
    return subjects_of(verb)


def paragraph_end(text: str, begin: int) -> int:
    """Code points before the end of the line that `begin` lies in."""
    end = text.find("\n", begin)
    return len(text) if end < 0 else end


def indirect(scene: Scene) -> Iterator[Said]:
    """What a reporting verb gives, once for each that says it; what a noun does ('her claim that …'); a sentence with 'according to'."""
    sentences = list(scene.doc.sents)
    for verb in scene.doc:
        if verb.pos_ == "VERB" and reports(scene, verb) and not any(c.dep_ == "neg" for c in verb.children):
            speakers = _speakers(scene, verb)
            for words in told(verb, names_topic=_cued(scene, "stress", verb)) if speakers else ():
                span = _gone_on(scene, _and_more(scene, words, verb), sentences)
                yield from (Said(span, speaker, False) for speaker in speakers)
        elif verb.pos_ == "NOUN" and _cued(scene, "reportNoun", verb):
            said = [Said(span, speaker, False) for owner, span in told_by_noun(verb) if (speaker := speaker_at(scene, owner))]
            yield from said[:1]
        elif verb.lower_ == "according" and verb.i + 1 < len(scene.doc) and scene.doc[verb.i + 1].lower_ == "to":
            after = scene.doc[verb.i + 2 : min(verb.i + 14, verb.sent.end)]
            speaker = next((f for t in after if (f := speaker_at(scene, t))), "")
            if speaker:
                yield Said(_gone_on(scene, _rest(scene, verb), sentences), speaker, False)


def _speakers(scene: Scene, verb: Token) -> list[str]:
    """What the verb's subjects refer to, if it can speak."""
    found = [_speaker(scene, t) for c in _subjects(verb) if c.lower_ != "it" or c.head != verb for t in [c, *c.conjuncts]]
    return list(dict.fromkeys(filter(None, found)))


def _speaker(scene: Scene, subject: Token) -> str:
    """The speaker at the token, or at the name that stands beside it: 'shipping company Acme said'."""
    beside = (c for c in subject.children if c.dep_ == "appos")
    return next((found for t in (subject, *beside) if (found := speaker_at(scene, t))), "")


def _and_more(scene: Scene, span: Span, verb: Token) -> Span:
    """The span with what is joined to it: 'says that he will not come, but he will write'."""
    text = scene.article.text
    joined = re.match(r", (?:and|but|or) (?:he|she|it|they|we|I)\b[^.;\n\"“”]*", text[span.end : verb.sent.end_char])
    more = joined and scene.doc.char_span(span.end, span.end + joined.end(), alignment_mode="contract")
    reported = any(_tells(scene, t) for t in more or ())
    return Span(span.start, span.end + len(joined[0].rstrip())) if joined and not reported and verb.idx < span.start else span


def _rest(scene: Scene, according: Token) -> Span:
    """The sentence without its 'according to X', which ends at the comma if the parse takes all the sentence into it."""
    phrase = {t.i for t in according.subtree}
    comma = next((t.i for t in according.sent if t.i > according.i and t.text == ","), according.sent.end)
    if all(t.i in phrase or t.is_punct or t.is_space for t in according.sent):
        phrase = {i for i in phrase if i < comma}
    rest = [t for t in according.sent if t.i not in phrase and not t.is_space and not t.is_punct]
    after = [t for t in rest if t.i > max(phrase)]
    chosen = after if len(after) > len(rest) / 2 else [t for t in rest if t.i < min(phrase)] or rest or [according]
    return between_marks(chosen)


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


def _tells(scene: Scene, verb: Token) -> bool:
    """Whether the verb reports anew: 'He also said that …' is no more of what he said before."""
    own = {c.dep_ for c in verb.children}
    return verb.pos_ == "VERB" and reports(scene, verb) and ("ccomp" in own or ("nsubj" in own and verb.tag_ in ("VBD", "VBZ", "VBP")))


def _gone_on(scene: Scene, span: Span, sentences: Sequence[Sentence]) -> Span:
    """The span with those sentences of its paragraph that go on with it; `sentences` has all of the text."""
    end = span.end
    stop = paragraph_end(scene.article.text, end)
    for sentence in sentences[bisect_left(sentences, end, key=lambda s: s.start_char) :]:
        if sentence.start_char >= end + 3:
            break
        last = sentence.start_char + len(sentence.text.rstrip())
        if last <= stop:
            if not sentence.text.strip().lower().startswith(_GOES_ON) or any(_tells(scene, t) for t in sentence):
                break
            end = last
    return Span(span.start, end)
