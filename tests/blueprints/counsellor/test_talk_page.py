"""The page of a shared result: what a counsellor reads, for three invented pupils."""

import re

import pytest
from sqlalchemy import update

from quiz.storage.tables.attempt import Result
from quiz.storage.tables.staff import Staff
from quiz.usecases.retakes.start import start_retake
from quiz.usecases.services import Services
from tests.blueprints.counsellor.samples import EVENT, SAMPLES, keep, sample_pupil
from tests.blueprints.counsellor.talk_reading import (
    LONG,
    asked,
    chart,
    competences,
    contributions,
    open_page,
    open_talk,
    planets,
    whys,
)
from tests.blueprints.pupil.result_reading import with_class
from tests.usecases.attempts.pupils import OTHERWISE, begin, walk
from tests.visitor import Visitor

FIVE = ["Kwaliteiten", "Motieven", "Werkexploratie", "Loopbaansturing", "Netwerken"]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_short_talk_asks_five_questions_and_a_long_one_twelve(
    services: Services, talking: Visitor, decaan: Staff, name: str
) -> None:
    pupil = sample_pupil(services, name)
    short = open_page(services, talking, decaan, pupil)
    assert len(asked(short)) == len(whys(short)) == 5
    assert competences(short) == ["Om te beginnen", *FIVE[:3], "Om af te sluiten"]
    long = open_page(services, talking, decaan, pupil, LONG)
    assert len(asked(long)) == 12
    assert competences(long)[1:-1] == FIVE
    for question in asked(long):
        assert "?" in question


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_page_judges_and_none_speaks_of_a_level(
    services: Services, talking: Visitor, decaan: Staff, language: str
) -> None:
    for name in SAMPLES:
        page = open_talk(services, talking, decaan, name, LONG)
        text = talking.get(f"{page.path}?taal={language}").text.lower()
        for verdict in ("je bent een", "geschikt", "jouw niveau", "you are a", "suitable"):
            assert verdict not in text, verdict


def test_three_pupils_get_three_talks(services: Services, talking: Visitor, decaan: Staff) -> None:
    guides = [set(asked(open_talk(services, talking, decaan, name, LONG))) for name in SAMPLES]
    for place, one in enumerate(guides):
        for other in guides[place + 1 :]:
            assert len(one & other) <= 4, one & other


def test_a_clear_result_is_said_as_clear(
    services: Services, talking: Visitor, decaan: Staff
) -> None:
    page = open_talk(services, talking, decaan, "clear")
    assert "het sterkst naar Hi-tech & Science" in page.text
    assert "Vandaag antwoord je als een vernieuwer" in page.text
    assert chart(page)[0][:2] == ["1", "Hi-tech & Science"]


def test_worlds_that_cannot_be_told_apart_share_a_place(
    services: Services, talking: Visitor, decaan: Staff
) -> None:
    page = open_talk(services, talking, decaan, "broad")
    rows = chart(page)
    assert "Je interesse is breed" in page.text
    assert [row[0] for row in rows[:3]] == ["gelijk op 1"] * 3
    assert len(rows) == 7
    assert all(" tot " in row[-1] for row in rows), "each with its interval in figures"


def test_what_contradicts_itself_is_worth_a_question(
    services: Services, talking: Visitor, decaan: Staff
) -> None:
    page = open_talk(services, talking, decaan, "contradictory", LONG)
    assert "Zelf gekozen: “Mens & Gezondheid”. De antwoorden wijzen nu meer naar" in page.text
    assert "Dingen trekken nu meer dan mensen: “super” bij" in page.text
    assert any("Je koos zelf “Mens & Gezondheid”" in why for why in whys(page))


def test_the_same_planets_as_the_pupil_sees(
    services: Services, talking: Visitor, decaan: Staff
) -> None:
    page = open_talk(services, talking, decaan, "clear")
    found = planets(page)
    assert len(found) == 7
    assert "/worlds/hitech-science.svg" in found[0]


def test_each_answer_and_its_part_can_be_opened(
    services: Services, talking: Visitor, decaan: Staff
) -> None:
    page = open_talk(services, talking, decaan, "clear")
    rows = contributions(page, "Hi-tech & Science")
    assert len(rows) >= 14
    assert all(row[3][0] in "+−0" for row in rows)
    assert ["super", "Hi-tech & Science"] in [row[1:3] for row in rows]


@pytest.mark.parametrize("changed", [{"model_version": "an older one"}, {"bank_version": 99}])
def test_reasons_of_another_model_stay_the_frozen_ones(
    services: Services, talking: Visitor, decaan: Staff, changed: dict[str, object]
) -> None:
    pupil = sample_pupil(services, "clear")
    with services.database.writing() as session:
        session.execute(update(Result).values(**changed))
    page = open_page(services, talking, decaan, pupil)
    assert "De redenen hierboven zijn bewaard zoals ze waren." in page.text
    assert with_class(page, "details", "contributions") == []
    assert with_class(page, "ul", "answers"), "the frozen ones still stand"


def test_what_the_pupil_kept_comes_first_among_the_steps(
    services: Services, talking: Visitor, decaan: Staff
) -> None:
    pupil = sample_pupil(services, "broad")
    keep(services, pupil, EVENT)
    page = open_page(services, talking, decaan, pupil, LONG)
    assert "Bewaard door de leerling TechnoDiscovery FoodValley Ede" in page.text
    assert "Je bewaarde “TechnoDiscovery FoodValley Ede” met een ster." in whys(page)
    assert with_class(page, "button", "star") == [], "only a pupil has stars to press"


def test_programmes_companies_and_events_stand_with_their_distance(
    services: Services, talking: Visitor, decaan: Staff
) -> None:
    page = open_talk(services, talking, decaan, "clear")
    assert re.search(r"\w, \d+ km", page.text)
    for title in ("Bedrijven in de buurt", "Zelf beleven", "Nu: een profiel kiezen"):
        assert title in page.text


def test_equal_answers_are_talked_about_as_experiences(
    services: Services, talking: Visitor, decaan: Staff
) -> None:
    pupil = begin(services)
    walk(services, pupil, 3)
    page = open_page(services, talking, decaan, pupil, LONG)
    assert "Alle antwoorden zijn gelijk." in page.text
    assert "Praat over wat de leerling heeft gedaan, niet over de lijst." in page.text
    assert asked(page)[0] == "Hoe was het om deze vragen te beantwoorden?"


def test_the_counsellor_reads_who_it_is_and_when_it_ends(
    services: Services, talking: Visitor, decaan: Staff
) -> None:
    page = open_talk(services, talking, decaan, "clear")
    assert "Havo, leerjaar 3, Ede." in page.text
    assert "De leerling ziet dat jouw school meekijkt en kan dat zelf stoppen." in page.text
    assert "Anders stopt het op 1 augustus" in page.text


def test_a_result_of_the_plain_sum_says_so(
    services: Services, talking: Visitor, decaan: Staff
) -> None:
    pupil = sample_pupil(services, "clear")
    with services.database.writing() as session:
        session.execute(update(Result).values(fallback=True))
    page = open_page(services, talking, decaan, pupil)
    assert "Dit beeld komt uit een simpele som" in page.text


def test_a_retake_shows_then_and_now(services: Services, talking: Visitor, decaan: Staff) -> None:
    pupil = sample_pupil(services, "clear")
    walk(services, start_retake(services, pupil), *OTHERWISE)
    page = open_page(services, talking, decaan, pupil, LONG)
    assert "Toen en nu" in page.text
    assert "misschien" in page.text
    assert asked(page)[0].startswith("Je deed de quiz nog een keer.")


def test_a_retake_with_too_few_answers_leaves_the_steps(
    services: Services, talking: Visitor, decaan: Staff
) -> None:
    pupil = sample_pupil(services, "clear")
    shared = open_page(services, talking, decaan, pupil)
    walk(services, start_retake(services, pupil), 0)
    page = talking.get(shared.path)
    assert "Er zijn nog te weinig antwoorden voor een beeld." in page.text
    assert "Wat spreken jullie af?" in page.text
