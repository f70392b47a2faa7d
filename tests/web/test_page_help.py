"""Every page where staff work answers what people ask there; a board and a pupil see none of it."""

import pytest
from flask import Flask

from quiz.domain.bank.help import PAGES, load_help
from quiz.usecases.services import Services
from quiz.usecases.staff.regions import set_regions
from tests.blueprints.classroom.school import add_class, add_staff, finish, sign_in
from tests.usecases.sharing.sharing import finished, share
from tests.visitor import Visitor


@pytest.fixture
def at_work(clean_app: Flask, services: Services) -> tuple[Visitor, dict[str, str]]:
    """Somebody with every role, and the page for each piece of help."""
    person = add_staff(services, "ik@voorbeeld.nl", "teacher", "counsellor", "admin", "coordinator")
    with services.database.writing() as session:
        set_regions(session, person.id, ["foodvalley"])
    class_id = add_class(services, person)
    finish(services, class_id, 2)
    talk = share(services, finished(services, class_id), person)
    start = f"/klassen/{class_id}"
    pages = {
        "classes": "/klassen",
        "new": "/klassen/nieuw",
        "compare": "/klassen/vergelijk",
        "show": start,
        "progress": f"{start}/voortgang",
        "picture": f"{start}/beeld",
        "plan": f"{start}/les",
        "with_whom": f"{start}/samen",
        "account": "/account",
        "conversations": "/gesprekken",
        "talk": f"/gesprekken/{talk}",
        "colleagues": "/collegas",
        "region": "/regio",
        "region_row": "/regio/aanbod/bedrijf/moba",
        "check": "/regio/nakijken",
        "import": "/regio/import",
        "gaps": "/regio/gaten",
        "monitor": "/regio/monitor",
        "agenda": "/regio/agenda",
    }
    return sign_in(clean_app, person, services.clock()), pages


@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_page_has_its_own_help_and_the_menu_leads_to_it(
    at_work: tuple[Visitor, dict[str, str]], language: str
) -> None:
    visitor, pages = at_work
    assert set(pages) == set(PAGES)
    for name, path in pages.items():
        page = visitor.get(f"{path}?taal={language}")
        for each in load_help(language)[name]:
            assert each.ask in page.text, path
            assert each.answer in page.text, path
        assert "#hulp" in page.links(), path


def test_a_board_a_public_page_and_a_pupil_have_no_help_for_staff(
    at_work: tuple[Visitor, dict[str, str]], visitor: Visitor
) -> None:
    desk, pages = at_work
    shown = [desk.get(f"{pages['show']}/scherm"), desk.get("/"), visitor.get("/inloggen")]
    assert not any('id="hulp"' in page.html for page in shown)
