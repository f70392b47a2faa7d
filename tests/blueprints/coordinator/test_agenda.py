"""A coordinator writes, publishes, withdraws and removes; what is wrong is said at its field."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from quiz.storage.tables.agenda import AgendaItem
from quiz.usecases.services import Services
from tests.blueprints.coordinator.agenda_items import TITLE, press, typed, write
from tests.blueprints.coordinator.people import FOODVALLEY, RIVIERENLAND, at_work
from tests.visitor import Visitor

PAGE = "/regios/foodvalley/agenda"


def the_item(services: Services) -> AgendaItem:
    with services.database.reading() as session:
        return session.scalars(select(AgendaItem)).one()


def test_a_draft_is_seen_by_nobody_until_it_is_published(
    clean_app: Flask, services: Services
) -> None:
    visitor = at_work(clean_app, services, FOODVALLEY)
    page = write(visitor, services)
    assert page.path == "/regio/agenda"
    assert "Bewaard." in page.text
    assert "concept" in page.text
    assert TITLE not in Visitor(clean_app).get(PAGE).text
    assert "gepubliceerd" in press(visitor, the_item(services).id, "publish").text
    seen = Visitor(clean_app).get(PAGE)
    assert TITLE in seen.text
    assert "19:00–21:30" in seen.text
    assert "https://technolab.example/avond" in seen.links()
    press(visitor, the_item(services).id, "withdraw")
    assert TITLE not in Visitor(clean_app).get(PAGE).text


def test_what_is_removed_comes_back_with_one_press(clean_app: Flask, services: Services) -> None:
    visitor = at_work(clean_app, services, FOODVALLEY)
    write(visitor, services)
    number = the_item(services).id
    press(visitor, number, "publish")
    page = press(visitor, number, "remove")
    assert f"Weg: {TITLE}." in page.text
    assert TITLE not in Visitor(clean_app).get(PAGE).text
    assert visitor.get(f"/regio/agenda/{number}").status == 404
    back = visitor.submit(page, action="restore")
    assert "gepubliceerd" in back.text
    assert TITLE in Visitor(clean_app).get(PAGE).text


def test_an_item_is_changed_by_who_opened_it_last(clean_app: Flask, services: Services) -> None:
    first = at_work(clean_app, services, FOODVALLEY)
    second = at_work(clean_app, services, FOODVALLEY, name="ander")
    write(first, services)
    here = f"/regio/agenda/{the_item(services).id}"
    mine, theirs = first.get(here), second.get(here)
    assert first.submit(mine, place="Ede").path == "/regio/agenda"
    late = second.submit(theirs, place="Wageningen")
    assert late.status == 409
    assert "Iemand anders heeft dit net veranderd" in late.text
    assert the_item(services).place == "Ede"
    assert second.submit(late).status == 200
    assert the_item(services).place == "Wageningen"


WRONG = {
    "title_nl": ("", "Geef het een naam."),
    "title_en": ("x" * 81, "hoogstens 80 tekens"),
    "day": ("morgen", "Kies een dag"),
    "begins": ("25:00", "Schrijf de tijd zo"),
    "ends": ("18:00", "klaar voor het begint"),
    "last_day": ("2021-01-01", "De laatste dag is voor de eerste dag."),
    "link": ("technolab", "Begin met https://"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(
    clean_app: Flask, services: Services, name: str
) -> None:
    visitor = at_work(clean_app, services, FOODVALLEY)
    value, words = WRONG[name]
    page = write(visitor, services, **{name: value})
    assert page.status == 422
    assert words in page.text
    assert f"#{name}" in page.links()
    assert page.form.values["place"] == "Technolab, Ede"
    with services.database.reading() as session:
        assert session.scalars(select(AgendaItem)).all() == []


@pytest.mark.parametrize(
    ("link", "says"),
    [
        (f"https://school.example/{'a' * 600}", "Dit is te lang: hoogstens"),
        ("https://iemand@school.example/", "Voor de naam van de website staat een naam met een @"),
        ("https://school.example:8443/", "Achter de naam van de website staat een poort"),
        ("school.example", "'school.example' is geen webadres. Begin met https://"),
    ],
)
def test_what_is_wrong_with_a_link_is_what_is_said(
    clean_app: Flask, services: Services, link: str, says: str
) -> None:
    visitor = at_work(clean_app, services, FOODVALLEY)
    page = write(visitor, services, link=link)
    assert page.status == 422
    assert says in page.text


@pytest.mark.parametrize("link", ["javascript:alert(1)", "//elders.example", "data:text/html,x"])
def test_a_link_leads_to_a_website(clean_app: Flask, services: Services, link: str) -> None:
    visitor = at_work(clean_app, services, FOODVALLEY)
    assert write(visitor, services, link=link).status == 422


def test_a_time_that_the_clock_skips_is_no_time(clean_app: Flask, services: Services) -> None:
    visitor = at_work(clean_app, services, FOODVALLEY)
    skipped = write(visitor, services, day="2027-03-28", begins="02:30", ends="04:00")
    assert skipped.status == 422
    assert "zomertijd" in skipped.text
    twice = write(visitor, services, day="2026-10-25", begins="02:30", ends="04:00")
    assert twice.path == "/regio/agenda"


def test_another_region_does_not_exist_here(clean_app: Flask, services: Services) -> None:
    mine = at_work(clean_app, services, FOODVALLEY)
    write(mine, services)
    number = the_item(services).id
    other = at_work(clean_app, services, RIVIERENLAND, name="elders")
    assert TITLE not in other.get("/regio/agenda").text
    assert other.get(f"/regio/agenda/{number}").status == 404
    assert press(other, number, "publish").status == 404
    token = other.get("/regio/agenda/nieuw").form.values["csrf_token"]
    sent = {**typed(services, revision="1"), "csrf_token": token}
    assert other.post(f"/regio/agenda/{number}", sent).status == 404
    assert not the_item(services).published


def test_with_two_regions_one_is_chosen(clean_app: Flask, services: Services) -> None:
    visitor = at_work(clean_app, services, FOODVALLEY, RIVIERENLAND)
    write(visitor, services, region=RIVIERENLAND)
    assert the_item(services).region_id == RIVIERENLAND
    write(visitor, services, region="zeeland", title_nl="Anders")
    with services.database.reading() as session:
        regions = set(session.scalars(select(AgendaItem.region_id)))
    assert regions == {FOODVALLEY, RIVIERENLAND}


def test_without_a_region_there_is_nothing_to_write(clean_app: Flask, services: Services) -> None:
    visitor = at_work(clean_app, services)
    assert "nog geen regio" in visitor.get("/regio/agenda").text
    assert visitor.get("/regio/agenda/nieuw").status == 404


def test_a_day_and_a_link_are_read_as_people_type_them(
    clean_app: Flask, services: Services
) -> None:
    day = services.today() + timedelta(days=9)
    visitor = at_work(clean_app, services, FOODVALLEY)
    write(visitor, services, day=f"{day:%d-%m-%Y}", link="Https://technolab.example/avond")
    assert (the_item(services).day, the_item(services).link) == (
        day,
        "https://technolab.example/avond",
    )
