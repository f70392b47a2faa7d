"""The agenda is kept on both kinds of database: order, drafts, removal, and two at once."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from quiz.storage.tables.agenda import AgendaItem
from quiz.usecases import agenda
from quiz.usecases.services import Services

DAY = date(2027, 5, 10)
DRAFT = agenda.ItemDraft(
    region_id="foodvalley",
    title_nl="Open dag",
    title_en="Open day",
    text_nl="",
    text_en="",
    day=DAY,
    last_day=DAY,
    begins="",
    ends="",
    place="Ede",
    audience=("havo",),
    worlds=("hitech-science",),
    link="",
)


def add(services: Services, draft: agenda.ItemDraft = DRAFT, *, shown: bool = True) -> int:
    with services.database.writing() as session:
        number = agenda.add_item(session, draft, services.clock())
        item = agenda.item_of(session, number, {draft.region_id})
        agenda.publish(session, item, services.clock(), shown=shown)
    return number


def coming(services: Services, today: date, region: str = "foodvalley") -> list[int]:
    with services.database.reading() as session:
        return [item.id for item in agenda.coming_items(session, [region], today)]


def of(services: Services, number: int) -> AgendaItem:
    with services.database.reading() as session:
        return agenda.item_of(session, number, {"foodvalley"})


def test_what_is_coming_stands_in_the_order_of_the_clock(services: Services) -> None:
    late = add(services, replace(DRAFT, begins="20:00"))
    early = add(services, replace(DRAFT, begins="08:30"))
    long = add(services, replace(DRAFT, day=DAY - timedelta(days=3), last_day=DAY))
    add(services, replace(DRAFT, region_id="rivierenland"))
    add(services, shown=False)
    assert coming(services, DAY) == [long, early, late]
    assert coming(services, DAY + timedelta(days=1)) == []
    assert len(coming(services, DAY, "rivierenland")) == 1


def test_an_item_moves_once_however_often_it_is_pressed(services: Services) -> None:
    number = add(services)
    before = of(services, number).revision
    for _ in range(3):
        with services.database.writing() as session:
            agenda.publish(session, of(services, number), services.clock(), shown=True)
    assert of(services, number).revision == before
    for _ in range(2):
        with services.database.writing() as session:
            agenda.remove(session, of(services, number), services.clock())
    assert of(services, number).revision == before + 1
    assert coming(services, DAY) == []
    with services.database.writing() as session:
        agenda.bring_back(session, of(services, number), services.clock())
    assert coming(services, DAY) == [number]


def test_nobody_overwrites_what_somebody_else_saved(services: Services) -> None:
    number = add(services)
    seen = of(services, number).revision
    with services.database.writing() as session:
        agenda.change_item(session, number, replace(DRAFT, place="A"), seen, services.clock())
    with pytest.raises(agenda.ItemChanged), services.database.writing() as session:
        agenda.change_item(session, number, replace(DRAFT, place="B"), seen, services.clock())
    assert of(services, number).place == "A"


def test_what_was_removed_long_ago_is_forgotten(services: Services) -> None:
    gone, kept = add(services), add(services)
    now = services.clock()
    for number, ago in ((gone, 31), (kept, 29)):
        with services.database.writing() as session:
            agenda.remove(session, of(services, number), now - timedelta(days=ago))
    add(services)
    with pytest.raises(agenda.NoItem):
        of(services, gone)
    assert of(services, kept).removed_at is not None


def test_an_item_is_for_a_world_and_a_school_type(services: Services) -> None:
    item, open_to_all = (
        of(services, add(services)),
        of(services, add(services, replace(DRAFT, audience=(), worlds=()))),
    )
    assert agenda.is_for(item, worlds=["hitech-science", "water"], school_type="havo")
    assert not agenda.is_for(item, worlds=["voeding-natuur"])
    assert not agenda.is_for(item, school_type="vwo")
    assert agenda.is_for(open_to_all, worlds=["voeding-natuur"], school_type="vwo")
