"""The order in which an article is read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from kg.extraction.closing import closed
from kg.extraction.dates.tense import tense_at
from kg.extraction.dates.times import Time, times
from kg.extraction.events.acts import instruments
from kg.extraction.events.arguments import arguments
from kg.extraction.events.composed import events, put_off
from kg.extraction.events.deeds import deeds
from kg.extraction.events.happenings import happenings
from kg.extraction.events.topics import topics
from kg.extraction.events.trials import trials
from kg.extraction.figures.observations import observations, worth_telling
from kg.extraction.finish import extraction_of
from kg.extraction.guesses.pairs import antecedents, pairs
from kg.extraction.guesses.weighing import Sure, weighed
from kg.extraction.layout.frontmatter import FrontMatter, front_matter
from kg.extraction.mentions.agreement import PLURAL
from kg.extraction.mentions.bounds import bounded, completed, renewed, without_overlap
from kg.extraction.mentions.chains import chains, favoured
from kg.extraction.mentions.naming import named
from kg.extraction.mentions.party_tags import with_tags
from kg.extraction.mentions.spotting import cue_names, nominals, quoted_titles, spacy_spots
from kg.extraction.mentions.telling import doing, telling, titled
from kg.extraction.offices.following import acts_of_state, appointments, cooperations, ministries
from kg.extraction.offices.positions import positions
from kg.extraction.offices.tagged import tagged
from kg.extraction.offices.tenures import at_dateline, tenures
from kg.extraction.places.inside import inside
from kg.extraction.places.residents import residents
from kg.extraction.places.seats import seats
from kg.extraction.places.situated import places
from kg.extraction.relations.descriptions import descriptions
from kg.extraction.relations.frames import frames
from kg.extraction.relations.lifespans import lifespans
from kg.extraction.relations.lives import lives
from kg.extraction.relations.makers import makers
from kg.extraction.relations.nouns import nouns
from kg.extraction.relations.transfers import transfers
from kg.extraction.relations.units import units
from kg.extraction.scene import Scene, Thing, indexed, scene
from kg.extraction.speech.attribution import attributed
from kg.extraction.speech.indirect import Said
from kg.extraction.speech.marks import with_marks
from kg.extraction.speech.quotes import sayings
from kg.extraction.spot import Spot
from kg.extraction.strangers import with_strangers
from kg.extraction.texts import text_of
from kg.extraction.trained.reader_model import ReaderModel, Sight
from kg.model import Article, Extraction, Statement
from kg.ontology import Ontology


def read(article: Article, doc: Doc, ontology: Ontology, model: ReaderModel | None, sure: Sure) -> Extraction:
    """All that the article says, with final IRIs; the doc is of the article's plain text (`layout`)."""
    given = article.text
    article = replace(article, text=text_of(doc))
    front = front_matter(article, doc)
    article = replace(article, date=article.date or front.date, publisher=article.publisher or front.publisher)
    sight = model.sight(article.text, front.apart) if model else None
    spots = found_spots(article, doc, ontology, model, sight, front)
    scores = favoured(antecedents(model, sight, spots, article.text), spots, doc)
    groups = [[spots[i] for i in group] for group in chains(spots, article.text, _sentences(doc, spots), ontology, scores)]
    first = with_strangers(scene(article, doc, ontology, groups))
    spoken = [
        s
        for s in sayings(first)
        if first.things[s.speaker].known
        and not (
            front.publisher_span and not s.direct and any(p.start == front.publisher_span.start for p in first.things[s.speaker].spots)
        )
    ]
    staged, said_of_titles = positions(_with_speakers(first, spoken))
    spoken = list(_spoken_by_holders(first, staged, said_of_titles, spoken))
    staged = _with_bodies(staged, said_of_titles, spoken)
    dates = times(article.text, article.date, tense=lambda at: tense_at(doc, at))
    staged, made = _constructed(staged, said_of_titles, spoken, dates)
    made += at_dateline(staged, front, made)
    guessed, margins = pairs(staged, model, sight, made) if model and sight else ([], {})
    guessed = _of_the_story(staged, guessed, front)
    told = (s for s in [*made, *guessed] if s.evidence[-1].start < front.end)
    known = worth_telling(staged, [s for s in weighed(staged, told, margins, sure) if sure.keeps(staged, s)])
    held = tenures(staged, front, known)
    staged = with_things(staged, held.things)
    said = attributed([*known, *weighed(staged, held.statements, {}, sure)], spoken, doc)
    whole = list(with_marks(article.text, closed(staged, said, front, sure)))
    return extraction_of(staged, whole, spoken, dates, front, given)


def _spoken_by_holders(old: Scene, new: Scene, titles: Sequence[Statement], spoken: Iterable[Said]) -> Iterator[Said]:
    """'said a spokesman, Ada Byron' is said by Ada Byron; what the office without a holder says, by the office."""
    for said in spoken:
        if said.speaker in new.things and new.things[said.speaker].type != "Position":
            yield said
            continue
        spots = old.things[said.speaker].spots
        offices = {
            i
            for i, t in new.things.items()
            if t.type == "Position" and any(a.start < b.end and b.start < a.end for a in t.spots for b in spots)
        }
        holders = {s.subject for s in titles if s.property == "holdsPosition" and s.object in offices}
        speaker = (
            next(iter(holders)) if len(holders) == 1 else said.speaker if said.speaker in new.things else next(iter(sorted(offices)), "")
        )
        if speaker:
            yield replace(said, speaker=speaker)


def _constructed(
    staged: Scene, said_of_titles: list[Statement], spoken: Sequence[Said], dates: Sequence[Time]
) -> tuple[Scene, list[Statement]]:
    """What the constructions find: the scene with the things that they conclude, and all that they say."""
    lived = list(lifespans(staged))
    dates = [t for t in dates if not any(e.start <= t.span.start < e.end for s in lived for e in s.evidence)]
    verbs = list(frames(staged))
    constructions = (places, inside, residents, seats, units, makers, transfers, nouns, topics, trials, tagged, arguments, descriptions)
    made = [*said_of_titles, *verbs, *(s for each in constructions for s in each(staged))]
    acts = instruments(staged, dates)
    staged = with_things(staged, acts.things)
    for parts in (
        ministries(staged, said_of_titles),
        appointments(staged, said_of_titles, dates),
        cooperations(staged, said_of_titles, spoken),
        events(staged, verbs, dates),
        happenings(staged, dates),
        deeds(staged, dates),
    ):
        staged = with_things(staged, parts.things)
        made += parts.statements
    figures, counted = observations(staged, dates)
    staged = with_things(staged, figures)
    made += [*acts.statements, *counted, *lived, *lives(staged, dates)]
    return staged, [*put_off(made), *acts_of_state(staged, made)]


def found_spots(
    article: Article, doc: Doc, ontology: Ontology, model: ReaderModel | None, sight: Sight | None, front: FrontMatter
) -> list[Spot]:
    """Mentions by the model, or by spaCy where there is none, with what the cues and the front matter add."""
    text = article.text
    if model and sight:
        base = with_tags([bounded(s, doc, text) for s in completed(renewed(model.spots(sight, text), text), text)], text)
        more: Iterable[Spot] = [*quoted_titles(text, ontology)]
    else:
        base = with_tags([*spacy_spots(doc), *cue_names(doc, ontology)], text)
        more = [*quoted_titles(text, ontology), *nominals(doc, ontology)]
    spots = [s for s in [*base, *more] if s.start >= front.body and not any(d.start <= s.start < d.end for d in front.dates)]
    told = (s for s in spots if telling(s, text) and not doing(s, doc) and (s.type != "Position" or titled(s, doc, text)))
    return named(without_overlap([*told, *front.spots]), text, ontology)


def _of_the_story(staged: Scene, guesses: Sequence[Statement], front: FrontMatter) -> list[Statement]:
    """The guesses that do not tie who wrote or sent the story, and is in a byline or the dateline alone, to what it tells."""
    parts = (*front.bylines, *([front.publisher_span] if front.publisher_span else []))
    at = {i: {next((p for p in parts if p.start <= s.start < p.end), None) for s in t.spots} for i, t in staged.things.items()}
    part_of = {i: where.pop() for i, where in at.items() if len(where) == 1}
    return [s for s in guesses if part_of.get(s.subject) == part_of.get(str(s.object))]


def _sentences(doc: Doc, spots: Sequence[Spot]) -> list[int]:
    starts = [s.start_char for s in doc.sents]
    numbers, at = [], 0
    for spot in spots:
        while at + 1 < len(starts) and starts[at + 1] <= spot.start:
            at += 1
        numbers.append(at)
    return numbers


def with_things(old: Scene, things: Iterable[Thing]) -> Scene:
    """The scene with more things; of two with one id the first stays. Things without mentions change no look-up."""
    more = {t.id: t for t in things}
    new = replace(old, things={**more, **old.things})
    return indexed(new) if any(t.spots for t in more.values()) else new


def _with_speakers(old: Scene, spoken: Sequence[Said]) -> Scene:
    """'I' and 'my' in a direct quotation are its speaker."""
    things = dict(old.things)
    for said in spoken:
        if said.direct and old.is_a(said.speaker, "Person"):
            for id_, thing in list(things.items()):
                mine = [
                    s
                    for s in thing.spots
                    if s.kind == "pronoun"
                    and said.span.start <= s.start < said.span.end
                    and old.article.text[s.start : s.end].lower() in ("i", "me", "my", "mine", "myself")
                ]
                if mine and id_ != said.speaker:
                    things[id_] = replace(thing, spots=tuple(s for s in thing.spots if s not in mine))
                    speaker = things[said.speaker]
                    things[said.speaker] = replace(speaker, spots=tuple(sorted({*speaker.spots, *mine})))
    return indexed(replace(old, things={i: t for i, t in things.items() if t.spots}))


def _with_bodies(old: Scene, titles: Sequence[Statement], spoken: Sequence[Said]) -> Scene:
    """'We' and 'our' in a direct quotation are the company or the body of which the speaker holds an office."""
    text = old.article.text
    ours = [s for t in old.things.values() for s in t.spots if s.kind == "pronoun" and text[s.start : s.end].lower() in PLURAL]
    body_of = {s.subject: str(s.object) for s in titles if s.property == "positionIn"}
    moved: dict[Spot, str] = {}
    for said in (s for s in spoken if s.direct and ours):
        offices = {str(s.object) for s in titles if s.property == "holdsPosition" and s.subject == said.speaker}
        bodies = {body_of[o] for o in offices if o in body_of and old.things[body_of[o]].named}
        if len(bodies) == 1:
            moved |= dict.fromkeys((s for s in ours if said.span.start <= s.start < said.span.end), *bodies)
    if not moved:
        return old
    things = {i: replace(t, spots=tuple(s for s in t.spots if moved.get(s, i) == i)) for i, t in old.things.items()}
    for body in sorted(set(moved.values())):
        more = {s for s, to in moved.items() if to == body}
        things[body] = replace(things[body], spots=tuple(sorted({*things[body].spots, *more})))
    return indexed(replace(old, things={i: t for i, t in things.items() if t.spots or not old.things[i].spots}))
