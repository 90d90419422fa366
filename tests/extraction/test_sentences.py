"""The whole reading, reader model and all, on sentences as newspapers write them: what is so, planned, possible or denied, and how many."""

from collections.abc import Callable

import pytest

from kg.extraction import reader
from kg.model import Article, Extraction
from tests.conftest import needs_extraction

pytestmark = [pytest.mark.model, needs_extraction]


@pytest.fixture(scope="module")
def read() -> Callable[[Article], Extraction]:
    """The reading as it is shipped, loaded once."""
    return reader()


def said(extraction: Extraction) -> set[tuple[str, str, str, str]]:
    """What the sentence says, as (label, property, label or value, modality)."""
    labels = {entity.id: entity.label for entity in extraction.entities}
    return {
        (labels.get(s.subject, ""), s.property, labels[s.object] if isinstance(s.object, str) else s.object.lexical, s.modality)
        for s in extraction.statements
    }


BOUGHT = ("Tolva Energy", "acquires", "Brandt Motors")
SEAT = ("Tolva Energy", "headquarteredIn", "Bergen")
KILLED = ("Ada Brook", "killed", "Leo Mill")


@pytest.mark.parametrize(
    ("sentence", "fact", "modality"),
    [
        ("Tolva Energy bought Brandt Motors.", BOUGHT, "Actual"),
        ("Tolva Energy denied buying Brandt Motors.", BOUGHT, "Denied"),
        ("Tolva Energy ruled out buying Brandt Motors.", BOUGHT, "Denied"),
        ("Regulators blocked Tolva Energy from buying Brandt Motors.", BOUGHT, "Denied"),
        ("It is not true that Tolva Energy bought Brandt Motors.", BOUGHT, "Denied"),
        ("Rumours that Tolva Energy bought Brandt Motors are false.", BOUGHT, "Denied"),
        ("Tolva Energy almost bought Brandt Motors last year.", BOUGHT, "Denied"),
        ("Sudan is not a member of the International Criminal Court.", ("Sudan", "memberOf", "International Criminal Court"), "Denied"),
        ("Neither Tolva Energy nor Acme bought Brandt Motors.", BOUGHT, "Denied"),
        ("Tolva Energy considered buying Brandt Motors.", BOUGHT, "Possible"),
        ("There is no evidence that Tolva Energy bought Brandt Motors.", BOUGHT, "Possible"),
        ("Tolva Energy postponed buying Brandt Motors.", BOUGHT, "Planned"),
        ("Tolva Energy plans to buy Brandt Motors.", BOUGHT, "Intended"),
        ("None of the 214 passengers on board was hurt.", ("Passengers on board: 214 people", "value", "214"), "Actual"),
        (
            "President Mwila Banda fired his finance minister, Joseph Phiri, over a scandal involving fire trucks.",
            ("Joseph Phiri", "committed", "Scandal involving fire trucks"),
            "Possible",
        ),
        ("Tolva Energy agreed to buy Brandt Motors.", BOUGHT, "Planned"),
        ("Ada Brook will resign after meeting Leo Mill.", ("Ada Brook", "meets", "Leo Mill"), "Planned"),
        ("Tolva Energy grew fast after buying Brandt Motors.", BOUGHT, "Actual"),
        ("Ada Brook denies killing Leo Mill.", KILLED, "Denied"),
        ("Ada Brook pleaded not guilty to killing Leo Mill.", KILLED, "Denied"),
        ("The court cleared Ada Brook of murdering Leo Mill.", KILLED, "Denied"),
        ("Prosecutors charged Ada Brook with murdering Leo Mill.", KILLED, "Possible"),
        ("Ada Brook is suspected of killing Leo Mill.", KILLED, "Possible"),
        ("Ada Brook was found guilty of murdering Leo Mill.", KILLED, "Actual"),
        ("The jury convicted Ada Brook of murdering Leo Mill.", KILLED, "Actual"),
        ("Ada Brook is serving 99 years in prison for the murder of Leo Mill.", KILLED, "Actual"),
        ("Ada Brook was given a life sentence for killing Leo Mill.", KILLED, "Actual"),
        ("Ada Brook stands trial for the murder of Leo Mill.", KILLED, "Possible"),
        ("Ada Brook, on trial for the murder of Leo Mill, wept.", KILLED, "Possible"),
        ("Ada Brook faces charges of murdering Leo Mill.", KILLED, "Possible"),
        ("Ada Brook, who shot dead Leo Mill in March, is free.", KILLED, "Actual"),
        ("At a briefing at Tolva Energy headquarters in nearby Bergen, Ada Brook spoke.", SEAT, "Actual"),
        ("Police searched the Bergen headquarters of Tolva Energy.", SEAT, "Actual"),
        ("Tolva Energy's head office in Bergen was searched.", SEAT, "Actual"),
        ("Tolva Energy plans to build its headquarters in Bergen.", SEAT, "Intended"),
        ("Fana, a suburb of Bergen, was flooded.", ("Fana", "locatedIn", "Bergen"), "Actual"),
        ("The Bergen neighbourhood of Fana was flooded.", ("Fana", "locatedIn", "Bergen"), "Actual"),
        ("Ada Brook lives in the Yardley area of Birmingham.", ("Yardley", "locatedIn", "Birmingham"), "Actual"),
        ("Norland reiterated its support for Sudland.", ("Norland", "supports", "Sudland"), "Actual"),
        ("The ministers discussed Norland's support for Sudland.", ("Norland", "supports", "Sudland"), "Actual"),
        ("Norland's opposition to the Tide Act is strong.", ("Norland", "opposes", "Tide Act"), "Actual"),
        ("The owner of the boat, Leo Mill, was arrested in Bergen.", ("Arrest of Leo Mill", "target", "Leo Mill"), "Actual"),
        ("Ada Brook was mayor of Bergen until she resigned.", ("Ada Brook", "heldPosition", "Mayor of Bergen"), "Actual"),
        (
            "Tolva Energy reported a loss of $1.2 billion, compared with a profit of $340 million a year earlier.",
            ("Profit (Tolva Energy): 340000000 USD", "observedOf", "Tolva Energy"),
            "Actual",
        ),
        ("Britain left the EU in 2020.", ("United Kingdom", "formerMemberOf", "EU"), "Actual"),
        ("Britain, which left the EU in 2020, will hold talks with it.", ("United Kingdom", "formerMemberOf", "EU"), "Actual"),
        ("Ada Brook resigned from the Progress Party.", ("Ada Brook", "formerMemberOf", "Progress Party"), "Actual"),
        ("Ada Brook divorced Leo Mill.", ("Ada Brook", "spouseOf", "Leo Mill"), "Denied"),
        ("Tolva Energy would not say whether it will buy Brandt Motors.", BOUGHT, "Possible"),
        ("Tolva Energy said it had no plans to buy Brandt Motors.", BOUGHT, "Denied"),
        ("Tolva Energy dropped its bid for Brandt Motors.", BOUGHT, "Denied"),
        ("Tolva Energy withdrew its offer for Brandt Motors.", BOUGHT, "Denied"),
        ("Tolva Energy abandoned plans to buy Brandt Motors.", BOUGHT, "Denied"),
        ("Shareholders rejected Tolva Energy's takeover of Brandt Motors.", BOUGHT, "Denied"),
        ("Tolva Energy failed in its attempt to buy Brandt Motors.", BOUGHT, "Denied"),
        ("A deal for Tolva Energy to buy Brandt Motors collapsed.", BOUGHT, "Denied"),
        ("Tolva Energy won approval to buy Brandt Motors.", BOUGHT, "Planned"),
        ("Tolva Energy has been cleared to buy Brandt Motors.", BOUGHT, "Planned"),
        ("Police believe Ada Brook killed Leo Mill.", KILLED, "Possible"),
        ("Ada Brook is due to become prime minister of Norway.", ("Ada Brook", "headOfGovernment", "Norway"), "Planned"),
        ("Ada Brook cancelled her visit to Chile.", ("Ada Brook's visit to Chile", "place", "Chile"), "Denied"),
        ("Russia denied it was behind the attack on Odesa.", ("Attack on Odesa", "actor", "Russia"), "Denied"),
        ("Ukraine blamed Russia for the attack on Odesa.", ("Attack on Odesa", "actor", "Russia"), "Possible"),
    ],
)
def test_what_is_so_planned_possible_or_denied(read, sentence, fact, modality):
    found = said(read(Article(sentence, date="2026-11-20")))

    assert {modality} == {manner for *row, manner in found if tuple(row) == fact}


@pytest.mark.parametrize(
    ("sentence", "expected", "never"),
    [
        (
            "Ada Brook is no longer chief executive of Tolva Energy.",
            ("Ada Brook", "heldPosition", "Chief executive of Tolva Energy"),
            ("Ada Brook", "chiefExecutiveOf", "Tolva Energy"),
        ),
        (
            "Ada Brook was the mayor of Bergen from 2010 to 2016.",
            ("Ada Brook", "heldPosition", "Mayor of Bergen"),
            ("Ada Brook", "mayorOf", "Bergen"),
        ),
        (
            "Ada Brook took over as head of Tolva Energy from Leo Mill.",
            ("Ada Brook", "headOf", "Tolva Energy"),
            ("Leo Mill", "headOf", "Tolva Energy"),
        ),
        ("Tolva Energy sold Brandt Motors to Acme Holdings.", ("Acme Holdings", "acquires", "Brandt Motors"), BOUGHT),
        ("Ada Brook quit the Labour Party.", ("Ada Brook", "formerMemberOf", "Labour Party"), ("Ada Brook", "memberOf", "Labour Party")),
        (
            "Ada Brook, daughter of Leo Mill and Mia Holt, was born in Oslo.",
            ("Ada Brook", "bornIn", "Oslo"),
            ("Mia Holt", "bornIn", "Oslo"),
        ),
        ("Prosecutors charged Ada Brook with murdering Leo Mill.", KILLED, ("Prosecutors", "killed", "Leo Mill")),
        (
            "Tolva Energy chairman Ivo Stern said it was the largest order.",
            ("Ivo Stern", "chairOf", "Tolva Energy"),
            ("Ivo Stern", "holdsPosition", "Energy chairman"),
        ),
        (
            "The United Nations Security Council imposed sanctions on Norway.",
            ("United Nations Security Council", "sanctions", "Norway"),
            ("", "", ""),
        ),
        ("Thousands of protesters marched through Madrid on Saturday.", ("March in Madrid", "place", "Madrid"), ("", "", "")),
    ],
)
def test_who_is_what_and_was_what(read, sentence, expected, never):
    found = {tuple(row) for *row, _ in said(read(Article(sentence, date="2026-11-20")))}

    assert expected in found
    assert never not in found


@pytest.mark.parametrize(
    ("sentence", "label", "of"),
    [
        ("The blast left 12 dead and more than 50 wounded, officials said.", "People wounded (Blast): more than 50 people", "Blast"),
        (
            "More than 200 Syrian refugees drowned when their boat sank off Libya.",
            "Syrian refugees drowned (Sinking of boat): more than 200 people",
            "Sinking of boat",
        ),
        ("The death toll rose to 87 on Thursday, the government said.", "Death toll: 87 people", None),
        ("The city of Norvik has a population of 120,000.", "Population (Norvik): 120000 people", "Norvik"),
        ("Norvik, a town of 12,000 people, lies on the coast.", "Population (Norvik): 12000 people", "Norvik"),
        ("Unemployment in Spain fell to 11.2 percent in October.", "Unemployment (Spain): 11.2 %", "Spain"),
        ("The Turkish economy grew by 4.5 percent last year.", "Rise in Turkish economy (Turkey): 4.5 %", "Turkey"),
        ("Revenue at Tolva Energy rose 7 percent to $14.8 billion.", "Revenue (Tolva Energy): 14800000000 USD", "Tolva Energy"),
        ("The Senate approved the bill 58-41 on Thursday.", "Votes against (Approval of the Bill): 41 votes", "Approval of the Bill"),
        ("Maria Cole won 54 percent of the vote.", "Share of votes (Maria Cole): 54 %", "Maria Cole"),
        (
            "Some 3,000 people took part in the protest in Warsaw.",
            "People taking part (Protest in Warsaw): some 3000 people",
            "Protest in Warsaw",
        ),
    ],
)
def test_how_many_of_what(read, sentence, label, of):
    found = said(read(Article(sentence, date="2026-11-20")))

    assert {label} <= {row[0] for row in found if row[1] == "value"}
    assert of is None or (label, "observedOf", of) in {row[:3] for row in found}


@pytest.mark.parametrize(
    ("sentence", "fact", "modality"),
    [
        ("A bomb exploded in a market in Lima on Friday.", ("Explosion of a bomb", "place", "Lima"), "Actual"),
        (
            "The Islamic Front claimed responsibility for the attack on the mosque in Lima.",
            ("Attack on the mosque in Lima", "actor", "Islamic Front"),
            "Actual",
        ),
        (
            "The Nordic Prize, awarded by the Swedish Academy of Letters, went to poet Ada Brook.",
            ("Nordic Prize", "conferredBy", "Swedish Academy of Letters"),
            "Actual",
        ),
        ("Brandt Motors has offices in London and Dubai.", ("Brandt Motors", "operatesIn", "Dubai"), "Actual"),
        ("Ivo Stern was convicted of fraud and sentenced to five years in prison.", ("Ivo Stern", "convictedOf", "Fraud"), "Actual"),
        (
            "Ivo Stern was convicted of fraud and sentenced to five years in prison.",
            ("Ivo Stern", "sentencedTo", "Five years in prison"),
            "Actual",
        ),
        ("Acme Bank is part of the Meridian Group.", ("Acme Bank", "partOf", "Meridian Group"), "Actual"),
        ("China claims the Redstone Islands, which are controlled by Japan.", ("China", "claims", "Redstone Islands"), "Actual"),
        ("Ada Brook founded the charity Open Hands in 1998.", ("Open Hands", "foundedOn", "1998"), "Actual"),
        ("Born in Lima in 1950, Ada Brook studied law at Harrow College.", ("Ada Brook", "bornOn", "1950"), "Actual"),
        ("Ada Brook, who served 24 years in Congress, denied it.", ("Ada Brook", "formerMemberOf", "Congress"), "Actual"),
        ("Ada Brook has served on the Harbour Council since 2004.", ("Ada Brook", "memberOf", "Harbour Council"), "Actual"),
        ("Tom Reed fired the shots that killed Leo Mill.", ("Tom Reed", "killed", "Leo Mill"), "Actual"),
        ("It is believed that Tom Reed fired the shots that killed Leo Mill.", ("Tom Reed", "killed", "Leo Mill"), "Possible"),
        ("The commission found that Tom Reed acted alone in killing Leo Mill.", ("Tom Reed", "killed", "Leo Mill"), "Actual"),
        ("William Mill's assassin Leon Reed was hanged.", ("Leon Reed", "killed", "William Mill"), "Actual"),
        ("It is believed that Acme bought Borg.", ("Acme", "acquires", "Borg"), "Possible"),
        ("There is speculation that Acme will buy Borg.", ("Acme", "acquires", "Borg"), "Possible"),
        ("Reports that Acme bought Borg are false.", ("Acme", "acquires", "Borg"), "Denied"),
        ("Harbour Bank denied that it will buy Fjord Bank.", ("Harbour Bank", "acquires", "Fjord Bank"), "Denied"),
        ("Analysts doubt that Acme Group will buy Borg Motors.", ("Acme Group", "acquires", "Borg Motors"), "Possible"),
        ("Rescuers were led by diver Ada Brook of Bergen.", ("Ada Brook", "livesIn", "Bergen"), "Actual"),
        ("Freshwater Pictures is based in Brisbane, Queensland.", ("Freshwater Pictures", "basedIn", "Queensland"), "Actual"),
        ("Ada Brook will move to Norway next year.", ("Ada Brook", "livesIn", "Norway"), "Planned"),
        ("Acme Group is the parent company of Borg Motors.", ("Borg Motors", "unitOf", "Acme Group"), "Actual"),
        ("Borg Motors and its parent company Acme Group declined to comment.", ("Borg Motors", "unitOf", "Acme Group"), "Actual"),
        ("The reactors at the Holt River Plant, in Aiken, S.C., have been shut.", ("Holt River Plant", "locatedIn", "Aiken"), "Actual"),
        ("In California's Sierra Nevada foothills, a fire broke out.", ("Sierra Nevada", "locatedIn", "California"), "Actual"),
        ("In 1981 Ada Brook co-founded Harbour Energy.", ("Harbour Energy", "foundedOn", "1981"), "Actual"),
        ("Ada Brook is the founder of Harbour Media, established in 1987.", ("Harbour Media", "foundedOn", "1987"), "Actual"),
        ("Since its founding in 1928, Harbour Bank has been run by the Brook family.", ("Harbour Bank", "foundedOn", "1928"), "Actual"),
        ("Leo Mill, who was born in Bergen and who died in Oslo in 1909, was a painter.", ("Leo Mill", "diedOn", "1909"), "Actual"),
        (
            "Following the 1947 creation of the Harbour Intelligence Agency he rose.",
            ("Harbour Intelligence Agency", "foundedOn", "1947"),
            "Actual",
        ),
        ("Gunmen killed six villagers in northern Nigeria.", ("Killing of six villagers", "place", "Nigeria"), "Actual"),
        (
            "The Red Dawn militia kidnapped two aid workers in Nigeria.",
            ("Kidnapping of two aid workers", "actor", "Red Dawn"),
            "Actual",
        ),
        ("Labour and the Conservatives clashed over taxes.", ("Labour", "opponentOf", "Conservatives"), "Actual"),
        ("Chancellor Max Vogel voiced support for Ukraine.", ("Max Vogel", "supports", "Ukraine"), "Actual"),
        ("Russia is an ally of Belarus.", ("Russia", "cooperatesWith", "Belarus"), "Actual"),
        ("Critics of President Maria Cole say she is weak.", ("Critics", "opposes", "Maria Cole"), "Actual"),
        ("Supporters of President Maria Cole celebrated in the streets.", ("Supporters", "supports", "Maria Cole"), "Actual"),
        ("Three-time champion Leo Mill withdrew from the Madrid Open.", ("Leo Mill", "participatesIn", "Madrid Open"), "Denied"),
        ("Acme Foods has called off its planned purchase of Brandt Dairy.", ("Acme Foods", "acquires", "Brandt Dairy"), "Denied"),
        ("Acme Foods is in talks to buy Brandt Dairy.", ("Acme Foods", "acquires", "Brandt Dairy"), "Possible"),
        ("Acme Foods is close to buying Brandt Dairy.", ("Acme Foods", "acquires", "Brandt Dairy"), "Planned"),
        ("Acme Foods is unlikely to buy Brandt Dairy.", ("Acme Foods", "acquires", "Brandt Dairy"), "Possible"),
        ("Norway recognised Kosovo as an independent state in 2008.", ("Norway", "recognizes", "Kosovo"), "Actual"),
        ("The EU lifted sanctions on Belarus.", ("EU", "sanctions", "Belarus"), "Denied"),
        ("Leo Mill wrote and directed the film Night Train.", ("Night Train", "authoredBy", "Leo Mill"), "Actual"),
        (
            "Sam Altmann, who was fired as chief executive of OpenAI on Friday, will join Microsoft to lead a team, Satya Nadel said.",
            ("Sam Altmann", "formerlyWorkedFor", "OpenAI"),
            "Actual",
        ),
        ("The guide, Pasang Holt, was 29.", ("Pasang Holt", "age", "29"), "Actual"),
    ],
)
def test_what_a_plain_sentence_says(read, sentence, fact, modality):
    found = said(read(Article(sentence, date="2026-11-20")))

    assert {modality} == {manner for *row, manner in found if tuple(row) == fact}


def test_who_declined_to_comment_is_nobody_named_before(read):
    text = "Liu Wen of Foxtel met Prime Minister Anand Rao in New Delhi on Wednesday. A spokesperson for Foxtel declined to comment."

    assert "spokespersonOf" not in {p for s, p, _, _ in said(read(Article(text, date="2026-11-20"))) if s == "Anand Rao"}


def test_who_was_born_to_a_nurse_is_none(read):
    text = "Born in Leeds in 1935 to a railway worker and a nurse, Helen Marsh studied at the Royal Academy."

    assert ("Helen Marsh", "holdsPosition", "Nurse", "Actual") not in said(read(Article(text, date="2026-11-20")))


def test_a_mayor_who_is_a_conservative_is_no_mayor_of_the_party(read):
    found = said(read(Article("Conservative mayor Erik Lund opened the library in Oslo.", date="2026-11-20")))

    assert ("Erik Lund", "holdsPosition", "Mayor", "Actual") in found


def test_a_mayor_of_a_party_does_not_lead_it_because_somebody_else_leads_another(read):
    text = "The party's current leader, Jorge Vidal, declined to comment. The Socialist mayor, Ana Prieto, called the verdict a relief."

    assert ("Ana Prieto", "leaderOf", "Socialist") not in {row[:3] for row in said(read(Article(text)))}


def test_since_when_something_goes_on_is_not_when_it_is(read):
    found = said(read(Article("A cholera outbreak has killed 1,023 people in Malawi since March.", date="2026-11-20")))

    assert not [row for row in found if row[1] == "date" and row[2] == "2026-03"]


@pytest.mark.parametrize(
    ("sentence", "expected", "never"),
    [
        (
            "A passenger bus plunged into a gorge in Peru's Huancavelica region on Monday.",
            ("Plunge of a passenger bus", "place", "Huancavelica"),
            ("", "", ""),
        ),
        ("It happened, said police chief Colonel Luis Rojas.", ("Luis Rojas", "holdsPosition", "Police chief"), ("", "", "")),
        (
            "Nigerian President Bola Tinu nominated Olayemi Cardo as governor of the central bank, replacing Godwin Emefe.",
            ("Olayemi Cardo", "succeeds", "Godwin Emefe"),
            ("Bola Tinu", "succeeds", "Godwin Emefe"),
        ),
        (
            "President Nicolas Marro of Venezuela and President Irfan Alli of Guyana shook hands.",
            ("Irfan Alli", "headOfState", "Guyana"),
            ("Irfan Alli", "headOfState", "Venezuela"),
        ),
        (
            "BEIJING (AFP) - Three Chinese astronauts returned safely to Earth on Tuesday.",
            ("Three Chinese astronauts", "citizenOf", "China"),
            ("AFP", "basedIn", "Beijing"),
        ),
        (
            "Simona Bell trains at a hall that is owned by her parents, Ron and Nellie.",
            ("Nellie", "parentOf", "Simona Bell"),
            ("Simona Bell", "parentOf", "Nellie"),
        ),
        (
            "Tom Reed (1815-1852) met Karin Lund in Oslo.",
            ("Tom Reed", "diedOn", "1852"),
            ("Meeting of Tom Reed and Karin Lund", "date", "1815/1852"),
        ),
        ("Iris, which was founded in 1978, provides payroll services.", ("Iris", "foundedOn", "1978"), ("", "", "")),
        ("Rebels captured Laukkai in Myanmar on Friday.", ("Capture of Laukkai", "target", "Laukkai"), ("", "", "")),
        (
            "Chelsea have signed Ecuador midfielder Moises Caiced from Brighton & Hove Albion for 115 million pounds.",
            ("Moises Caiced", "playsFor", "Chelsea"),
            ("Moises Caiced", "playsFor", "Brighton & Hove Albion"),
        ),
        (
            "The American businessman Todd Boley bought the club Chelsea in 2022 from Roman Abram.",
            ("Chelsea", "formerlyOwnedBy", "Roman Abram"),
            ("", "", ""),
        ),
        (
            "OpenAI's board named Emmett Sheer as interim chief executive.",
            ("Emmett Sheer", "chiefExecutiveOf", "OpenAI"),
            ("Emmett Sheer", "chiefExecutiveOf", "OpenAI's board"),
        ),
        ("Acme's rival Eli Lilly sells Zepbound.", ("", "", ""), ("Zepbound", "formerlyOwnedBy", "Eli Lilly")),
        (
            "A military helicopter crashed into Lake Victoria on Tuesday.",
            ("Crash of a military helicopter", "place", "Lake Victoria"),
            ("", "", ""),
        ),
        ("Laura Chen previously worked at PayPal.", ("Laura Chen", "formerlyWorkedFor", "PayPal"), ("Laura Chen", "worksFor", "PayPal")),
        ("Laura Chen holds a degree from Stanford University.", ("Laura Chen", "educatedAt", "Stanford University"), ("", "", "")),
        ("BEIRUT - Pope Leo arrived in Beirut on Sunday.", ("Leo", "holdsPosition", "Pope"), ("Leo", "holdsPosition", "Pope of Beirut")),
        ("GAZA - Acme Foods sold bread on Friday. Gaza is a city.", ("", "", ""), ("Acme Foods", "basedIn", "Gaza")),
        (
            "Spotify bought the podcast studios Gimlet and Parcast in 2019.",
            ("Spotify", "acquires", "Gimlet"),
            ("", "", ""),
        ),
        (
            "The painting, The Lute Player by Jan van Hals, worth an estimated 8 million euros, was found.",
            ("Value (Lute Player): an estimated 8000000 EUR", "observedOf", "Lute Player"),
            ("", "", ""),
        ),
        ("The Centre Party lost its partner in a dispute over next year's budget.", ("", "", ""), ("Dispute", "date", "2027")),
        (
            "Nova Motors is a joint venture between Acme Group and Borg Motors.",
            ("Acme Group", "cooperatesWith", "Borg Motors"),
            ("", "", ""),
        ),
        (
            "It is the first visit by a Norwegian prime minister to Kenya since 2006.",
            ("", "", ""),
            ("Prime minister of Kenya", "jurisdiction", "Kenya"),
        ),
        (
            "Dr. Mira Rao, a neurologist at Halden College who was not involved in the trial, urged caution.",
            ("Mira Rao", "worksFor", "Halden College"),
            ("", "", ""),
        ),
        (
            "Ellison, 61, a lawyer who served as Montana's governor from 2013 to 2021, was confirmed.",
            ("Ellison", "holdsPosition", "Lawyer"),
            ("Ellison", "heldPosition", "Lawyer"),
        ),
        ("Sen. Rhonda Hill, R-Wyo., voted no.", ("Rhonda Hill", "electedFor", "Wyoming"), ("", "", "")),
        ("The fire near Reno, Nev., was out on Monday. Nevada sent help.", ("Reno", "locatedIn", "Nevada"), ("", "", "")),
        ("Tolva tests its Alzheimer's drug tavemab.", ("", "", ""), ("Alzheimer", "producedBy", "Tolva")),
        (
            "Boavista sold Caio Mendes to Real Oviedo for 9 million euros.",
            ("Caio Mendes", "playsFor", "Real Oviedo"),
            ("Caio Mendes", "playsFor", "Boavista"),
        ),
        (
            "President Tomas Reyes nominated Margaret Ellison in February.",
            ("Nomination of Margaret Ellison", "actor", "Tomas Reyes"),
            ("", "", ""),
        ),
        ("Ada Brook was nominated for the Nordic Prize.", ("", "", ""), ("Ada Brook", "awardReceived", "Nordic Prize")),
        ("Tolva is developing the drug with Brandt Motors of Oslo.", ("Tolva", "cooperatesWith", "Brandt Motors"), ("", "", "")),
        ("The association offered 10,400 taka.", ("", "", ""), ("Taka: 10400 taka", "measure", "Taka")),
        (
            "The airline Southern Cross will cut 1,500 jobs after posting an annual loss of A$2.1 billion.",
            ("Annual loss (Southern Cross): 2100000000 AUD", "observedOf", "Southern Cross"),
            ("", "", ""),
        ),
        (
            "SkyPacific, which is owned by Singapore's Merlion Group, will grow.",
            ("SkyPacific", "ownedBy", "Merlion Group"),
            ("SkyPacific", "basedIn", "Singapore"),
        ),
        (
            "Tolva bought a mill in May. Tolva owner Leo Mill said no more.",
            ("Tolva", "ownedBy", "Leo Mill"),
            ("", "", ""),
        ),
        (
            "The Ethics and Anti-Corruption Commission will decide.",
            ("", "", ""),
            ("Ethics", "cooperatesWith", "Anti-Corruption Commission"),
        ),
        ("The presenter of the BBC's Newsnight programme resigned.", ("Newsnight", "publishedBy", "BBC"), ("", "", "")),
        (
            "Iran rejected a resolution by the United Nations.",
            ("Resolution by the United Nations", "issuedBy", "United Nations"),
            ("", "", ""),
        ),
        (
            "Ostland Air said it would help. Ostland Air Flight 610 crashed on Monday.",
            ("Ostland Air Flight 610", "operatedBy", "Ostland Air"),
            ("", "", ""),
        ),
        (
            "Halina Rowan died on Monday. Her daughter, the film director Ewa Rowan, said she had been ill. Her husband died in 2011.",
            ("Ewa Rowan", "childOf", "Halina Rowan"),
            ("Ewa Rowan", "parentOf", "Halina Rowan"),
        ),
        (
            "Police arrested five men in Mombasa. The head of the port authority, Ali Swaleh, was suspended.",
            ("Ali Swaleh", "headOf", "Port authority"),
            ("Ali Swaleh", "headOf", "Police"),
        ),
        (
            "At least 31 people were killed when a boat capsized on the Niger River in Nigeria, officials said Tuesday.",
            ("", "", ""),
            ("Capsizing of a boat", "date", "2026-11-17"),
        ),
        (
            "In 2021, more than 100 people died when a boat sank in nearby Kebbi state.",
            ("Sinking of a boat", "date", "2021"),
            ("", "", ""),
        ),
        (
            "Priya Desai was most recently vice president of finance at YouTube.",
            ("Priya Desai", "heldPosition", "Vice president of finance of YouTube"),
            ("Priya Desai", "holdsPosition", "Vice president of finance of YouTube"),
        ),
        (
            "Helion, which makes software, was valued at $6.4 billion in a funding round in March.",
            ("Value (Helion): 6400000000 USD", "observedOf", "Helion"),
            ("", "", ""),
        ),
        (
            "Ski championships opened in Trondheim on Sunday. The next championships will be held in Falun in 2027.",
            ("Next championships", "place", "Falun"),
            ("Ski championships", "place", "Falun"),
        ),
        (
            "Fernando Lima promised spending cuts after meeting Joao Batista in Brasilia on Monday.",
            ("Fernando Lima", "meets", "Joao Batista"),
            ("", "", ""),
        ),
        (
            "She faces up to seven and a half years in prison.",
            ("Time in prison (Someone (“she”)): up to 7.5 years", "value", "7.5"),
            ("", "", ""),
        ),
        (
            "Defne Arslan, an editor at the news website Haber Nokta, was freed.",
            ("Defne Arslan", "worksFor", "Haber Nokta"),
            ("Defne Arslan", "headOf", "Haber Nokta"),
        ),
        ("Klara Voss previously led Northgate School.", ("Klara Voss", "formerlyWorkedFor", "Northgate School"), ("", "", "")),
        ("The government will provide NZ$2 million for the dam.", ("", "", ""), ("Dam", "fundedBy", "NZ")),
        ("KasaPay's founders, Kwame Asante and Abena Owusu, will stay on.", ("KasaPay", "foundedBy", "Abena Owusu"), ("", "", "")),
        (
            "The Washington-based lender World Monetary Council named Karen Liu.",
            ("World Monetary Council", "basedIn", "Washington"),
            ("Washington", "locatedIn", "United States"),
        ),
        (
            "A fire at a market in Manila killed six on Monday. In 2022, a fire in the same market destroyed 120 stalls.",
            ("", "", ""),
            ("Fire at a market in Manila", "date", "2022"),
        ),
        (
            "The Northern Tide Fund approved the loan on Wednesday. The Oslo-based fund said work would begin soon.",
            ("Northern Tide Fund", "basedIn", "Oslo"),
            ("", "", ""),
        ),
        ("The singer Dervla Keane died last week aged 56 after a long illness.", ("Dervla Keane", "age", "56"), ("", "", "")),
        ("Ali Brook died on Sunday at the age of 81.", ("Ali Brook", "age", "81"), ("", "", "")),
        (
            "He followed Christo Garev, a reporter at the website Inside Line, in Vienna and Bergen between 2021 and 2023.",
            ("Christo Garev", "worksFor", "Inside Line"),
            ("Christo Garev", "formerlyWorkedFor", "Inside Line"),
        ),
        (
            "The army said it had targeted a commander of the militant group Red Dawn, Ali Kassir, who was in Oslo.",
            ("Ali Kassir", "holdsPosition", "Commander of Red Dawn"),
            ("", "", ""),
        ),
        (
            "The UN peacekeeping force in Lebanon, known as UNIFIL, has 10,000 soldiers.",
            ("Soldiers (UNIFIL): 10000 people", "observedOf", "UNIFIL"),
            ("", "", ""),
        ),
        (
            "The pilot, Captain Laura Simms, told controllers that the engine had shut down.",
            ("Laura Simms", "holdsPosition", "Pilot"),
            ("", "", ""),
        ),
        ("Tesla rival Voltara said on Monday it had appointed a chief.", ("Voltara", "opponentOf", "Tesla"), ("", "", "")),
        (
            "Voltara appointed Nadia Brook as chief executive, replacing founder Karl Oster.",
            ("Voltara", "foundedBy", "Karl Oster"),
            ("", "", ""),
        ),
        (
            "The virus has infected 66 people and killed 15, most of them health workers.",
            ("People killed (Virus): 15 people", "value", "15"),
            ("", "", ""),
        ),
        ("The Alternative Party has expelled Kerstin Vogel.", ("Kerstin Vogel", "formerMemberOf", "Alternative Party"), ("", "", "")),
        ("Tight end Marcus Bell caught two passes.", ("Marcus Bell", "holdsPosition", "Tight end"), ("", "", "")),
        (
            "The company Homeward will open 40 stores in Canada, its first outside the United States.",
            ("", "", ""),
            ("Homeward", "operatesIn", "United States"),
        ),
        (
            "Homeward agreed to buy online furniture seller Nestly for $450 million in cash.",
            ("Price (Nestly): 450000000 USD", "observedOf", "Nestly"),
            ("", "", ""),
        ),
        ("A gunman opened fire at a grocery store in Tulsa on Saturday, killing two.", ("", "", ""), ("Fire", "place", "Tulsa")),
        (
            "President Lucia Andrade declared an emergency after gangs attacked a prison in Guayaquil, freeing at least 40 inmates.",
            ("", "", ""),
            ("Release of at least 40 inmates", "actor", "Lucia Andrade"),
        ),
        (
            "The firm Hoshino builds the plant with Korean partner LK Solutions.",
            ("LK Solutions", "basedIn", "South Korea"),
            ("", "", ""),
        ),
        (
            "The president fired Joseph Phiri. Banda appointed Ruth Zulu to replace him.",
            ("Ruth Zulu", "succeeds", "Joseph Phiri"),
            ("Banda", "succeeds", "Joseph Phiri"),
        ),
        (
            "Banda appointed Deputy Governor of the Bank of Zambia Ruth Zulu on Monday.",
            ("Ruth Zulu", "worksFor", "Bank of Zambia"),
            ("", "", ""),
        ),
        (
            "Dean's family settled a lawsuit against the city for $6 million last year.",
            ("Settlement: 6000000 USD", "measure", "Settlement"),
            ("", "", ""),
        ),
        (
            "About 300,000 homes were without power in Ireland on Monday.",
            ("Homes without power: about 300000 homes", "unit", "homes"),
            ("", "", ""),
        ),
    ],
)
def test_what_a_story_says_of_somebody_and_what_it_does_not(read, sentence, expected, never):
    found = {tuple(row) for *row, _ in said(read(Article(sentence, date="2026-11-20")))}

    assert not any(expected) or expected in found
    assert never not in found


def test_whom_a_bombardment_killed_was_not_killed_in_the_attack_before_it(read):
    text = (
        "Hamas fighters attacked a kibbutz in Israel. Israel has bombarded Gaza since the attack, killing more than 4,000 Palestinians, "
        "according to the health ministry."
    )
    found = said(read(Article(text, date="2026-11-20")))

    assert {"Bombardment of Gaza"} == {o for s, p, o, _ in found if p == "observedOf" and s.startswith("Palestinians killed")}


def test_who_resigned_did_whatever_had_been_planned(read):
    text = (
        "The director of the British Museum, Hartwig Fisch, resigned on Friday, saying he had not responded well. Fisch, a German art "
        "historian, had said in July that he would step down next year."
    )
    found = said(read(Article(text, date="2026-11-20")))

    assert {("2026-11-20", "Actual")} == {(o, manner) for s, p, o, manner in found if s == "Resignation of Hartwig Fisch" and p == "date"}


def test_an_earthquake_is_not_the_one_that_it_is_held_against(read):
    text = (
        "A powerful earthquake in Morocco killed more than 820 people on Friday. It was the country's deadliest earthquake since one in "
        "Agadir in 1960 killed at least 12,000 people."
    )
    found = said(read(Article(text, date="2026-11-20")))

    assert not [row for row in found if (row[1] == "date" and row[2] == "1960") or (row[1] == "observedOf" and "12000" in row[0])]


@pytest.mark.parametrize(
    ("sentence", "figure", "owner"),
    [
        ("Acme Group bought a 20 percent stake in Borg Motors.", "Stake in Borg Motors (Acme Group): 20 %", "Acme Group"),
        ("Borg Motors is 30 percent owned by Acme Group.", "Stake in Borg Motors (Acme Group): 30 %", "Acme Group"),
        ("Acme Group raised its stake in Borg Motors to 46 percent.", "Stake in Borg Motors (Acme Group): 46 %", "Acme Group"),
        (
            "Acme Group wants to buy the six percent of carmaker Borg Motors that the Norwegian government owns.",
            "Stake in Borg Motors (Norwegian government): 6 %",
            "Norwegian government",
        ),
        ("Harbour Bank said profit rose 12 percent to $4.5 billion.", "Profit (Harbour Bank): 4500000000 USD", "Harbour Bank"),
        ("Harbour Bank shares fell 4 percent on Friday.", "Fall in shares (Harbour Bank): 4 %", "Harbour Bank"),
        ("Harbour Bank's revenue rose to 8 billion euros.", "Revenue (Harbour Bank): 8000000000 EUR", "Harbour Bank"),
        ("Two people were killed when a bus crashed near Lima on Monday.", "People killed (Crash of a bus): 2 people", "Crash of a bus"),
        ("The fire destroyed 40 homes in Bergen.", "Homes destroyed (Fire in Bergen): 40 homes", "Fire in Bergen"),
        (
            "About 3,000 people protested in Bergen on Saturday.",
            "People protesting (Protest in Bergen): about 3000 people",
            "Protest in Bergen",
        ),
        ("The deal values Borg Motors at $3 billion.", "Value (Borg Motors): 3000000000 USD", "Borg Motors"),
        ("Harbour Bank plans to cut 1,200 jobs.", "Jobs cut (Harbour Bank): 1200 jobs", "Harbour Bank"),
        (
            "Hurricane Delia slammed into the coast of Honduras on Monday, killing at least nine people.",
            "People killed (Hurricane Delia): at least 9 people",
            "Hurricane Delia",
        ),
        ("Brook & Sons paid 12 million euros.", "Payment (Brook & Sons): 12000000 EUR", "Brook & Sons"),
    ],
)
def test_a_figure_is_of_who_or_what_has_it(read, sentence, figure, owner):
    assert [(figure, "observedOf", owner)] == [
        (s, p, o) for s, p, o, _ in said(read(Article(sentence, date="2026-11-20"))) if p == "observedOf" and s == figure
    ]


def test_what_is_already_owned_is_so_whatever_is_planned_with_it(read):
    sentence = "Acme Group wants to buy the six percent of Borg Motors that the Norwegian government owns."

    assert {"Actual"} == {m for _, p, _, m in said(read(Article(sentence, date="2026-11-20"))) if p == "observedOf"}


def test_two_people_who_tell_something_are_no_figure(read):
    assert [] == [s for s, p, _, _ in said(read(Article("Two people told the Harbour Times about the deal."))) if p == "value"]


def test_who_died_there_since_did_not_die_in_the_one_accident(read):
    found = said(read(Article("An avalanche killed two climbers on Sunday. Eight people have died on the mountain since 2010.")))

    assert {"Climbers killed (Avalanche): 2 people"} == {s for s, p, _, _ in found if p == "observedOf"}


def test_each_of_two_figures_has_its_own_month(read):
    text = "Inflation in Norland slowed to 5.1 percent in August from 5.6 percent in July."
    found = said(read(Article(text, date="2026-09-05")))

    assert {("Inflation (Norland): 5.1 %", "2026-08"), ("Inflation (Norland): 5.6 %", "2026-07")} == {
        (s, o) for s, p, o, _ in found if p == "asOf"
    }


def test_an_area_is_in_square_metres(read):
    found = said(read(Article("The blaze in Bergen covered 2,000 square metres.")))

    assert "square metres" in {o for _, p, o, _ in found if p == "unit"}


def test_the_price_of_what_is_sold_is_not_the_sellers(read):
    found = said(read(Article("Tolva Energy sold its wind unit to Acme Motors for $6 billion.")))

    assert "Tolva Energy" not in {o for _, p, o, _ in found if p == "observedOf"}


def test_the_last_collapse_is_not_this_one(read):
    text = (
        "Two dead as bridge collapses in Peru\n\nAt least nine people were injured when a footbridge collapsed in Camana in Peru "
        "on Saturday. The last collapse of a bridge in the region, in 2017, killed four people."
    )
    found = {(s.partition(" (")[0], o) for s, p, o, _ in said(read(Article(text, date="2026-11-20"))) if p == "observedOf"}

    assert {("People dead", "Collapse of a footbridge"), ("People injured", "Collapse of a footbridge")} <= found
    assert ("People killed", "Collapse of a footbridge") not in found


def test_what_is_called_a_lender_is_nobody(read):
    text = "The former head of the Austrian lender Donau Kredit, Markus Ehrlich, led it until 2018."
    found = {row[:3] for row in said(read(Article(text)))}

    assert ("Markus Ehrlich", "formerlyWorkedFor", "Donau Kredit") in found
    assert ("Markus Ehrlich", "headOf", "Donau Kredit") not in found
    assert ("Donau Kredit", "citizenOf", "Austria") not in found
