"""Which gold entity each entity that was read stands for."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.evaluation.gold import End, GoldEntity, Triple
from kg.model import Span


def stands_for(gold: Sequence[GoldEntity], denoted: Iterable[tuple[Span, End]]) -> dict[End, str]:
    """Entity or date read to the gold entity with which it shares most mentions: an equal span counts three times an overlapping one."""
    spans = [(mention.span, entity.id) for entity in gold for mention in entity.mentions]
    votes: dict[End, Counter[str]] = defaultdict(Counter)
    for ours, end in denoted:
        for span, entity in spans:
            if ours.start < span.end and span.start < ours.end:
                votes[end][entity] += 3 if ours == span else 1
    return {end: found.most_common(1)[0][0] for end, found in votes.items()}


def with_nodes(gold: Iterable[Triple], given: Iterable[Triple], stands: Mapping[End, str]) -> dict[End, str]:
    """The same with nodes that have no mentions (a figure, a tenure): each stands for the gold node with which it shares most facts.

    A shared literal counts twice. No two nodes stand for one.
    """
    found, taken = dict(stands), set(stands.values())
    for (read, meant), _ in sorted(_shared(gold, given, stands).items(), key=lambda item: (-item[1], str(item[0]))):
        if read not in found and meant not in taken:
            found[read] = meant
            taken.add(meant)
    return found


def _shared(gold: Iterable[Triple], given: Iterable[Triple], stands: Mapping[End, str]) -> Counter[tuple[str, str]]:
    """How much each pair of a node read and a gold one share."""
    by_property: dict[str, list[Triple]] = defaultdict(list)
    for triple in gold:
        by_property[triple[1]].append(triple)
    score: Counter[tuple[str, str]] = Counter()
    for subject, name, object_ in given:
        for meant_subject, _, meant_object in by_property[name]:
            if _mapped(object_, stands) == meant_object and isinstance(subject, str) and subject not in stands:
                score[subject, str(meant_subject)] += 2 if isinstance(meant_object, tuple) else 1
            if (
                _mapped(subject, stands) == meant_subject
                and isinstance(object_, str)
                and isinstance(meant_object, str)
                and object_ not in stands
            ):
                score[object_, meant_object] += 1
    return score


def _mapped(end: End, stands: Mapping[End, str]) -> End:
    return stands.get(end, end) if isinstance(end, str) else end
