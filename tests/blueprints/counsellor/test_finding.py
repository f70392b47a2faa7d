"""Finding a talk again in October: searching, choosing, sorting and leafing through 300 of them."""

from secrets import token_bytes

import pytest
from sqlalchemy import insert, select

from quiz.storage.identifiers import new_attempt_id
from quiz.storage.tables.attempt import Attempt
from quiz.storage.tables.share import Share
from quiz.storage.tables.staff import Staff
from quiz.usecases.services import Services
from quiz.usecases.sharing.agreed_steps import AgreedStepDraft, agree_step
from tests.blueprints.classroom.school import nickname_of
from tests.blueprints.counsellor.people import make_code, type_code
from tests.usecases.sharing.sharing import class_of_school, finished, share
from tests.visitor import Page, Visitor

MANY = 300


def _names(page: Page) -> list[str]:
    assert page.document is not None
    rows = page.document.findall(".//tbody/tr/th/a")
    return ["".join(row.itertext()).strip() for row in rows]


@pytest.fixture
def three(services: Services, decaan: Staff) -> dict[str, int]:
    """Two pupils of classes, one with a step that is due, and one alone."""
    pupils = {
        "3A": finished(services, class_of_school(services, "3A")),
        "10B": finished(services, class_of_school(services, "10B")),
        "-": finished(services),
    }
    for pupil in pupils.values():
        share(services, pupil, decaan)
    agree_step(services, pupils["3A"], AgreedStepDraft("visit", services.this_month()))
    agree_step(services, pupils["10B"], AgreedStepDraft("visit", "2099-01"))
    return pupils


def test_a_pupil_is_found_by_class_step_school_type_and_a_piece_of_the_nickname(
    services: Services, talking: Visitor, three: dict[str, int]
) -> None:
    name = {klas: nickname_of(services.database, pupil) for klas, pupil in three.items()}

    def found(query: str) -> set[str]:
        page = talking.get(f"/gesprekken?{query}")
        assert page.status == 200
        return set(_names(page))

    assert found("") == set(name.values())
    for klas in three:
        assert found(f"klas={klas}") == {name[klas]}
    assert found("stap=nu") == {name["3A"]}
    assert found("stap=later") == {name["10B"]}
    assert found("stap=geen") == {name["-"]}
    assert found("stap=onzin") == set(name.values())
    assert found("schooltype=havo") >= {name["-"]}
    assert found("schooltype=onzin") == found("klas=onzin") == set()
    typed = name["3A"].upper().replace(" ", "  ")[2:]
    assert name["3A"] in found(f"zoek={typed}")
    assert found("zoek=3A&klas=3A") == set()


def test_the_form_keeps_what_was_chosen_and_sorting_keeps_it_too(
    talking: Visitor, three: dict[str, int]
) -> None:
    page = talking.get("/gesprekken?klas=3A&volgorde=-klas")
    assert "1 van 3" in page.text
    assert page.document is not None
    (chosen,) = page.document.findall(".//select[@id='klas']/option[@selected]")
    assert chosen.get("value") == "3A"
    headings = [link for link in page.links() if "volgorde=" in link]
    assert headings
    assert all("klas=3A" in link for link in headings)
    nobody = talking.get("/gesprekken?zoek=zzzz")
    assert "Niemand gevonden." in nobody.text
    assert "Nog niemand deelt" not in nobody.text


def test_steps_that_are_due_are_the_first_thing_on_the_first_page(
    services: Services, talking: Visitor, three: dict[str, int]
) -> None:
    page = talking.get("/gesprekken")
    assert "Afgesproken stappen die nu aan de beurt zijn: 1." in page.text
    due = next(link for link in page.links() if "stap=nu" in link)
    assert _names(talking.get(due)) == [nickname_of(services.database, three["3A"])]


def test_three_hundred_are_leafed_through(
    services: Services, talking: Visitor, decaan: Staff
) -> None:
    pupil = finished(services)
    share(services, pupil, decaan)
    _copies(services, pupil, MANY - 1)
    seen: list[str] = []
    address: str | None = "/gesprekken"
    while address:
        page = talking.get(address)
        assert 0 < len(_names(page)) <= 40
        seen += _names(page)
        assert page.document is not None
        onward = page.document.find(".//a[@rel='next']")
        address = None if onward is None else onward.get("href")
    assert len(seen) == len(set(seen)) == MANY
    assert _names(talking.get("/gesprekken?blad=99999")) == seen[-(MANY % 40) :]
    for strange in ("0", "-1", "x", "9" * 50):
        assert _names(talking.get(f"/gesprekken?blad={strange}")) == seen[:40]
    assert len(_names(talking.get("/gesprekken?zoek=kopie29"))) == 10


def _copies(services: Services, pupil: int, count: int) -> None:
    """So many pupils more who share, without walking through the quiz."""
    with services.database.writing() as session:
        one = session.scalars(select(Attempt).where(Attempt.id == pupil)).one()
        given = session.scalars(select(Share).where(Share.attempt_id == pupil)).one()
        same = {each.key: getattr(one, each.key) for each in Attempt.__mapper__.column_attrs}
        yes = {each.key: getattr(given, each.key) for each in Share.__mapper__.column_attrs}
        for number in range(count):
            attempt_id = new_attempt_id(services.clock())
            digest = token_bytes(32)
            here = {"id": attempt_id, "nickname": f"Kopie {number}", "return_digest": digest}
            session.execute(insert(Attempt).values({**same, **here}))
            session.execute(
                insert(Share).values({**yes, "id": attempt_id, "attempt_id": attempt_id})
            )


def test_a_pupil_may_say_what_it_is_about_and_the_counsellor_finds_it(
    services: Services, talking: Visitor, pupil: Visitor
) -> None:
    type_code(talking, make_code(pupil))
    asked = pupil.get("/delen")
    assert "Waar wil je over praten?" in asked.text
    pupil.submit(asked, action="confirm", topic="study")
    assert "Jij koos: Een opleiding kiezen" in pupil.get("/delen").text
    assert "Een opleiding kiezen" in talking.get("/gesprekken").text
    assert len(_names(talking.get("/gesprekken?onderwerp=study"))) == 1
    assert _names(talking.get("/gesprekken?onderwerp=work")) == []


@pytest.mark.parametrize("topic", ["", "onzin", "<script>", "x" * 500])
def test_any_other_topic_is_none_and_the_yes_stands(
    services: Services, talking: Visitor, pupil: Visitor, topic: str
) -> None:
    type_code(talking, make_code(pupil))
    pupil.submit(pupil.get("/delen"), action="confirm", topic=topic)
    with services.database.reading() as session:
        (row,) = session.execute(select(Share.confirmed_at, Share.topic)).all()
    assert row.confirmed_at is not None
    assert row.topic is None
