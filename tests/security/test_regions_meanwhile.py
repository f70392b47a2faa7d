"""Who loses a region, the role or the account half-way, or signs out everywhere, writes nothing."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from quiz.blueprints.coordinator import agenda_routes, row_routes
from quiz.storage.tables.agenda import AgendaItem
from quiz.storage.tables.catalogue import CatalogueChange
from quiz.storage.tables.staff import Staff
from quiz.usecases.region_rows import importing
from quiz.usecases.services import Services
from quiz.usecases.staff.links import end_sessions
from quiz.usecases.staff.regions import set_regions
from tests.blueprints.classroom.school import sign_in
from tests.blueprints.coordinator.agenda_items import put_item, typed
from tests.blueprints.coordinator.people import FOODVALLEY, RIVIERENLAND, coordinator
from tests.blueprints.coordinator.rows import MOBA, save, take
from tests.blueprints.coordinator.test_import import OWN_LIST, send
from tests.security.meanwhile import Act, Between
from tests.visitor import Visitor

LOSSES = ("region", "role", "account", "sessions")


@pytest.fixture
def person(clean_app: Flask, services: Services) -> Staff:
    del clean_app  # which leaves nobody behind
    return coordinator(services, FOODVALLEY)


@pytest.fixture
def regio(clean_app: Flask, services: Services, person: Staff) -> Visitor:
    return sign_in(clean_app, person, services.clock())


@pytest.fixture
def lose(services: Services, person: Staff) -> Callable[[str], Act]:
    """What an operator or an admin does meanwhile."""

    def loss(what: str) -> Act:
        def act() -> None:
            with services.database.writing() as session:
                now = session.get_one(Staff, person.id)
                if what == "region":
                    set_regions(session, now.id, [RIVIERENLAND])
                elif what == "role":
                    now.roles = []
                elif what == "sessions":
                    end_sessions(session, now)
                else:
                    now.active = False

        return act

    return loss


def written(services: Services) -> list[tuple[object, ...]]:
    """What stands in the agenda, and what was ever changed in the catalogue."""
    with services.database.reading() as session:
        items = session.scalars(select(AgendaItem)).all()
        changes = session.scalars(select(CatalogueChange.key)).all()
        return [(each.title_nl, each.published, each.removed_at) for each in items] + [
            (key,) for key in changes
        ]


@pytest.mark.parametrize("what", LOSSES)
@pytest.mark.parametrize("act", ["nieuw", "change", "stand"])
def test_the_agenda(
    services: Services,
    regio: Visitor,
    lose: Callable[[str], Act],
    between: Between,
    *,
    what: str,
    act: str,
) -> None:
    number = put_item(services)
    before = written(services)
    path = {"change": f"{number}", "stand": f"{number}/stand"}.get(act, act)
    token = regio.get("/regio/agenda/nieuw").form.values["csrf_token"]
    between(agenda_routes, "services" if act == "stand" else "draft_of", lose(what))
    sent = {**typed(services, revision="2"), "csrf_token": token, "action": "remove"}
    answer = regio.client.post(f"/regio/agenda/{path}", data=sent)
    assert answer.status_code == (403 if what in {"account", "sessions"} else 404)
    assert written(services) == before


@pytest.mark.parametrize("what", LOSSES)
def test_a_row(
    services: Services, regio: Visitor, lose: Callable[[str], Act], between: Between, *, what: str
) -> None:
    page = regio.get(MOBA)
    between(row_routes, "typed_cells", lose(what))
    save(regio, page, name="Van niemand")
    assert written(services) == []


@pytest.mark.parametrize("what", LOSSES)
def test_a_file_that_takes_long(
    services: Services, regio: Visitor, lose: Callable[[str], Act], between: Between, *, what: str
) -> None:
    shown = regio.submit(send(regio, OWN_LIST.encode("cp1252")), action="columns")
    between(importing, "stand_of", lose(what))
    take(regio, shown)
    assert written(services) == []
