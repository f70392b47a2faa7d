"""What is coming near a home: of its region or just across, for this school type, and soon."""

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask

from quiz.usecases.services import Services
from quiz.web.pages.coming_near import MOST, coming_near
from tests.blueprints.agenda.published import put
from tests.blueprints.classroom.school import EDE, add_class, add_staff, finish, sign_in
from tests.blueprints.pupil.way import at_result
from tests.visitor import Page, Visitor

WORLDS = ("voeding-natuur", "hitech-science")
FAR_AWAY, ACROSS = "Delfzijl", "Opheusden"  # of Rivierenland, a few kilometres from Wageningen


def shown(app: Flask, town: str | None, school_type: str, *worlds: str) -> list[str]:
    """The titles that this home gets."""
    with app.test_request_context():
        found = coming_near(town, school_type, worlds)
        return [] if found is None else [line.title for line in found.lines]


@pytest.mark.parametrize(
    ("values", "is_shown"),
    [
        ({}, True),
        ({"worlds": (), "audience": ()}, True),
        ({"audience": ("vwo",)}, False),
        ({"worlds": ("mens-gezondheid",)}, False),
        ({"days": 90}, True),
        ({"days": 91}, False),
        ({"days": -1}, False),
        ({"days": -1, "lasts": 2}, True),
        ({"place": FAR_AWAY}, False),
        ({"place": "Straat 1"}, True),
        ({"region_id": "zeeland"}, False),
        ({"region_id": "rivierenland", "place": f"De Loods, {ACROSS}"}, True),
        ({"region_id": "rivierenland", "place": "Het Huis"}, False),
    ],
)
def test_only_what_fits_is_shown(
    clean_app: Flask, services: Services, values: dict[str, Any], is_shown: bool
) -> None:
    values = dict(values)
    day = services.today() + timedelta(days=values.pop("days", 7))
    last_day = day + timedelta(days=values.pop("lasts", 0))
    put(services, day, last_day=last_day, **values)
    assert bool(shown(clean_app, EDE, "havo", *WORLDS)) == is_shown


def test_a_few_come_first_and_who_is_unknown_sees_what_is_for_everybody(
    clean_app: Flask, services: Services
) -> None:
    for days in (9, 3, 5, 7):
        put(services, services.today() + timedelta(days=days), title_nl=f"Over {days} dagen")
    assert shown(clean_app, EDE, "havo") == [f"Over {days} dagen" for days in (3, 5, 7)][:MOST]
    assert len(shown(clean_app, EDE, "onbekend")) == MOST
    assert shown(clean_app, None, "havo") == []
    assert shown(clean_app, "GM9999", "havo") == []


def coming_on(page: Page) -> bool:
    return "Binnenkort in de buurt" in page.text and "Open avond" in page.text


def test_a_result_shows_it_in_a_fold_and_nothing_where_nothing_is(
    clean_app: Flask, services: Services
) -> None:
    pupil = Visitor(clean_app)
    pupil.start(place="Ede")
    at_result(pupil, "/vragen")
    assert not coming_on(pupil.get("/resultaat"))
    put(services, services.today(), worlds=(), title_nl="Open avond <b>& meer</b>")
    page = pupil.get("/resultaat")
    assert coming_on(page)
    assert "Open avond &lt;b&gt;&amp; meer" in page.html
    assert 'href="/regios/foodvalley/agenda"' in page.html
    assert page.html.count('<ol class="first">') == 1
    elsewhere = Visitor(clean_app)
    elsewhere.start(place="Vlissingen")
    at_result(elsewhere, "/vragen")
    assert not coming_on(elsewhere.get("/resultaat"))


def test_a_teacher_sees_it_with_the_class_and_its_picture(
    clean_app: Flask, services: Services
) -> None:
    teacher = add_staff(services, "docent@voorbeeld.nl", "teacher")
    at_work = sign_in(clean_app, teacher, services.clock())
    mine, of_vmbo = (add_class(services, teacher, school_type=name) for name in ("havo", "vmbo-bb"))
    finish(services, mine, 10)
    page = at_work.get(f"/klassen/{mine}/beeld")
    assert not coming_on(at_work.submit(page))
    put(services, services.today(), worlds=())
    assert coming_on(at_work.get(f"/klassen/{mine}"))
    assert coming_on(at_work.get(f"/klassen/{mine}/beeld"))
    assert not coming_on(at_work.get(f"/klassen/{of_vmbo}"))
