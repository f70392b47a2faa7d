"""What pupils read on the world pages and on their result, in both languages."""

import re
from string import Formatter

import pytest

from quiz.domain.bank.load import load_bank
from quiz.domain.bank.rules.readability import reading_ease
from quiz.domain.bank.schema import Texts
from quiz.domain.bank.texts import load_texts

LANGUAGES = ["nl", "en"]
SCHOOL_TYPES = {
    "po": [],
    "pro": [],
    "vmbo-bb": ["now"],
    "vmbo-kb": ["now"],
    "vmbo-gl-tl": ["now"],
    "brugklas": [],
    "havo": ["now"],
    "vwo": ["now"],
    "isk": [],
    "mbo": [],
    "onbekend": [],
}
FILLED_IN = {
    **{f"outcome.{kind}": {"worlds"} for kind in ("clear", "close", "broad", "leaning")},
    **{f"outcome.also.{number}": {"worlds"} for number in ("one", "more")},
    **{f"more.{what}": {"worlds"} for what in ("came", "left", "front", "surer")},
    "profile.often": {"worlds"},
    "profile.also": {"others"},
    "more.told": {"answered"},
    "earlier.note": {"version"},
    "new.unknown": {"unknown"},
    "remark.few_answers": {"answered"},
    "too_few.text": {"answered", "minimum", "unknown"},
    **{key: {"adviser"} for key in ("today.note", "remark.all_equal", "remark.flat")},
    **{key: {"adviser"} for key in ("steps.empty.ask", "steps.thin", "steps.few")},
    "steps.few_companies": {"adviser"},
    "own.flat": {"world"},
    "steps.missing": {"worlds"},
    "steps.missing_later": {"worlds"},
    "own.same": {"world"},
    "own.near": {"world"},
    "own.other": {"world"},
    **{key: {"count"} for key in ("zoom.offer", "zoom.go_on")},
    "zoom.one": {"first"},
    "zoom.two": {"first", "second"},
}
PLAIN = [
    "outcome.more",
    *(f"more.{what}" for what in ("same", "versions")),
    *(f"earned.{place}" for place in ("front", "leaning", "equal", "also")),
    *(f"first.choose.{what}" for what in ("flat", "world", "profile", "now", "next")),
    *(f"first.look.{what}" for what in ("near", "world")),
    "first.talk",
    "profile.rest",
    "untested.note",
    "fallback.note",
    "reason.intro",
    "reason.none",
    "new.title",
    "new.few",
    "remark.long_run",
    "remark.misfit",
    "remark.fast",
    "too_few.title",
    "too_few.more",
    "tech.title",
    "tech.none",
    "tech.many",
    "own.unknown",
    "flat.all",
    "flat.nearly",
    *(f"zoom.{what}" for what in ("all", "unknown", "steps", "no_steps")),
    "steps.empty.mbo",
    "steps.empty.higher",
    "steps.flat",
    "steps.distances",
    "voluntary",
    "uncertainty.small",
    "uncertainty.medium",
    "uncertainty.large",
    "interest.high",
    "interest.middle",
    "interest.low",
    "interest.unknown",
]
NEVER = {
    "nl": r"je bent een|jij bent een|jouw niveau|geschikt|slim genoeg|makkelijk|gewoon even|!",
    "en": r"you are an? |your level|suitable|smart enough|easy|simply|!",
}


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def texts(language: str) -> Texts:
    return load_texts(language)


def everything(texts: Texts) -> list[str]:
    """Return every sentence of the world pages and the result."""
    pages = [
        sentence
        for world in texts.worlds.values()
        for sentence in (world.short, *world.do, *world.make, *world.surprise)
    ]
    return [*pages, *texts.results.values(), *(kind.text for kind in texts.tech_types.values())]


def test_every_message_of_the_result_is_there(texts: Texts) -> None:
    for key in [*PLAIN, *FILLED_IN]:
        assert texts.results[key], key


def test_every_school_type_has_words_for_now_next_and_later(texts: Texts) -> None:
    for school_type, late in SCHOOL_TYPES.items():
        rungs = ["now", "next", "later", *(f"{rung}.late" for rung in late)]
        for rung in rungs:
            assert texts.results[f"ladder.{school_type}.{rung}.title"]
            assert texts.results[f"ladder.{school_type}.{rung}.text"]


def test_a_message_asks_only_for_what_the_result_fills_in(texts: Texts) -> None:
    for key, text in texts.results.items():
        asked = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
        assert asked == FILLED_IN.get(key, set()), key


def test_both_languages_have_the_same_messages() -> None:
    dutch, english = load_texts("nl"), load_texts("en")
    assert list(dutch.results) == list(english.results)
    assert list(dutch.worlds) == list(english.worlds) == list(load_bank().worlds)
    assert list(dutch.tech_types) == list(english.tech_types) == list(load_bank().tech_types)


def test_nothing_is_a_verdict_and_nothing_shouts(texts: Texts, language: str) -> None:
    for text in everything(texts):
        assert not re.search(NEVER[language], text, re.IGNORECASE), text


def test_a_tech_type_is_about_today(texts: Texts) -> None:
    start = {
        "Vandaag antwoord je als een",
        "Vandaag kies je",
        "Today you answer like a",
        "Today you",
    }
    for kind in texts.tech_types.values():
        assert any(kind.text.startswith(words) for words in start)


def ladder_of(texts: Texts) -> dict[str, str]:
    """What is said of the rungs, without what stands once on a page."""
    once = "ladder.bol_bbl."
    said = texts.results.items()
    return {key: text for key, text in said if key.startswith("ladder.") and once not in key}


def test_a_rung_takes_two_sentences_and_leaves_bol_and_bbl_to_one_place(texts: Texts) -> None:
    for key, text in ladder_of(texts).items():
        assert len(re.findall(r"[.?!](?= |$)", text)) <= (3 if key.endswith(".lead") else 2), key
        assert not re.search(r"\b(bol|bbl)\b", text), key
    assert {"Bol:", "Bbl:"} <= set(texts.results["ladder.bol_bbl.text"].split())


def test_learning_on_is_never_a_climb(texts: Texts) -> None:
    ranks = (
        r"omhoog|hoger|hoogste|stap verder|zelfs naar|"
        r"\b(higher|highest|climb|step (up|further))\b"
    )
    for key, text in texts.results.items():
        if key.startswith(("ladder.", "moment.", "schooltype.", "profile.", "first.")):
            assert not re.search(ranks, text, re.IGNORECASE), key


def test_every_page_has_enough_to_read_and_not_too_much(texts: Texts) -> None:
    for world in texts.worlds.values():
        assert 4 <= len(world.do) <= 6
        assert 3 <= len(world.make) <= 4
        assert 2 <= len(world.surprise) <= 3
        for _, jobs in world.jobs:
            assert 4 <= len(jobs) <= 5


def test_the_words_are_plain_enough_for_a_twelve_year_old(texts: Texts, language: str) -> None:
    sentences = everything(texts)
    assert reading_ease(sentences, language) >= 65
    for text in sentences:
        for sentence in re.split(r"[.:?]\s", text):
            assert len(sentence.split()) <= 24, sentence
