"""The data that the page's script works on, as plain values for a JSON island."""

from collections.abc import Mapping, Sequence

from kg.view.picture import Item, Picture
from kg.view.story import Claim, Fact, Place, Speech, Story, Thing

Json = str | int | float | bool | Sequence["Json"] | Mapping[str, "Json"]


def island(story: Story, picture: Picture, texts: Mapping[str, str]) -> dict[str, object]:
    """Everything the script needs, with short keys; spans are [article, start, end] in code points.

    `texts` are handed on as they are: the title, and files to be saved.
    """
    drawn: Sequence[Item] = picture.nodes
    return {
        **texts,
        "articles": [{"title": article.title, "publisher": article.publisher, "date": article.date} for article in story.articles],
        "things": {thing.key: _thing(thing) for thing in story.things},
        "facts": [_fact(fact) for fact in story.facts],
        "speeches": {speech.key: _speech(speech) for speech in story.speeches},
        "nodes": drawn,
        "edges": picture.edges,
    }


def _thing(thing: Thing) -> dict[str, Json]:
    mentions = [span for place in thing.mentions for span in _spans(place)]
    return {
        "label": thing.label,
        "type": thing.type,
        "group": thing.group,
        "aliases": thing.aliases,
        "links": thing.links,
        "mentions": mentions,
    }


def _fact(fact: Fact) -> dict[str, Json]:
    return {
        "key": fact.key,
        "subject": fact.subject,
        "words": fact.words,
        "object": fact.object,
        "value": fact.value,
        "claims": [_claim(claim) for claim in fact.claims],
    }


def _claim(claim: Claim) -> dict[str, Json]:
    return {
        "key": claim.key,
        "spans": _spans(claim.place),
        "by": claim.by,
        "speaker": claim.speaker,
        "modality": claim.modality,
        "derivation": claim.derivation,
        "confidence": round(claim.confidence, 3),
        "rule": claim.rule,
    }


def _speech(speech: Speech) -> dict[str, Json]:
    return {"spans": _spans(speech.place), "speaker": speech.speaker, "name": speech.name, "direct": speech.direct}


def _spans(place: Place) -> list[list[int]]:
    return [[place.article, span.start, span.end] for span in place.spans]
