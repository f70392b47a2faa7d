"""The questions of a talk: as many as there is time for, from this result, never a verdict."""

from typing import Any

import pytest

from quiz.domain.bank.schema import COMPETENCES
from quiz.domain.talk.choose import talk_questions
from quiz.domain.talk.schema import Guide, Talk
from quiz.domain.talk.words import noticed, quality
from tests.domain.talk.conftest import Pupil

SHAPES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "clear": ({}, {"own_world": "mens-gezondheid"}),
    "close": ({"outcome": "close"}, {"own_world": "voeding-natuur"}),
    "broad": ({"outcome": "broad"}, {"own_world": None, "kept": ("Open dag",)}),
    "flat": ({"remarks": ("all_equal",)}, {}),
    "later": ({"remarks": ("fast",)}, {"changed": ("voeding-natuur",), "agreed": ("Bezoek",)}),
}


def asked(talk: Talk) -> list[str]:
    """The ids of the questions between opening and closing."""
    return [question.id for part in talk.parts for question in part.questions]


@pytest.mark.parametrize("shape", SHAPES)
def test_a_short_talk_has_five_questions_and_a_long_one_twelve(
    guide: Guide, pupil: Pupil, shape: str
) -> None:
    profile, told = SHAPES[shape]
    signals = pupil.looks(**profile).but(told=told).signals()
    short, long = (talk_questions(guide, signals, minutes) for minutes in (10, 25))
    assert [part.id for part in long.parts] == list(COMPETENCES)
    assert len(asked(short)) + 2 == 5
    assert len(asked(long)) + 2 == 12
    assert {len(part.questions) for part in long.parts} == {2}
    for few, many in zip(short.parts, long.parts, strict=True):
        assert many.questions[: len(few.questions)] == few.questions
    assert len(set(asked(long))) == 10


@pytest.mark.parametrize("shape", SHAPES)
def test_every_question_is_in_words_and_says_why(guide: Guide, pupil: Pupil, shape: str) -> None:
    profile, told = SHAPES[shape]
    talk = talk_questions(guide, pupil.looks(**profile).but(told=told).signals(), 25)
    for each in (talk.opening, talk.closing, *(q for p in talk.parts for q in p.questions)):
        assert "?" in each.ask
        assert each.why
        assert "{" not in each.ask + each.why


def test_the_why_quotes_the_pupils_own_answer(dutch: Guide, pupil: Pupil) -> None:
    signals = pupil.but(lambda item: 5 if item.id == "ademhulp" else 2).signals()
    talk = talk_questions(dutch, signals, 25)
    whys = " ".join(question.why for part in talk.parts for question in part.questions)
    assert "“super” bij “Een machine repareren die een baby helpt ademen”" in whys


def test_other_results_give_other_questions(dutch: Guide, pupil: Pupil) -> None:
    sets = [
        set(asked(talk_questions(dutch, pupil.looks(**profile).but(told=told).signals(), 25)))
        for profile, told in SHAPES.values()
    ]
    for place, one in enumerate(sets):
        for other in sets[place + 1 :]:
            assert len(one & other) <= 5, one & other


def test_there_is_no_talk_of_an_hour(dutch: Guide, pupil: Pupil) -> None:
    with pytest.raises(ValueError, match="choose 10 or 25"):
        talk_questions(dutch, pupil.signals(), 60)


def test_what_does_not_agree_is_said_without_judging(dutch: Guide, pupil: Pupil) -> None:
    likes = {"things": 5, "people": 1, "ideas": 3}
    signals = (
        pupil.but(lambda item: likes[item.facet])
        .but(told={"own_world": "hitech-science"})
        .signals()
    )
    said = noticed(dutch, signals)
    assert said[0] == (
        "Zelf gekozen: “Hi-tech & Science”. De antwoorden wijzen nu meer naar “Mens & Gezondheid”."
    )
    assert said[1].startswith("Dingen trekken nu meer dan mensen: “super” bij “")


def test_the_quality_of_the_answers_is_said_in_plain_words(dutch: Guide) -> None:
    said = quality(dutch, ("fast", "few_answers"), 17)
    assert said[0].startswith("De antwoorden kwamen heel snel.")
    assert "uit 17 antwoorden" in said[1]
