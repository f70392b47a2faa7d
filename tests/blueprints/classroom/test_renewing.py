"""A class picture once more: what a new one can say, and what stays of the one before."""

from sqlalchemy import select

from quiz.storage.tables.staff import StaffAction
from quiz.usecases.classes.care import reopen_class
from quiz.usecases.services import Services
from tests.blueprints.classroom.school import finish, join
from tests.visitor import Page, Visitor


def _make(visitor: Visitor, class_id: int) -> Page:
    page = visitor.get(f"/klassen/{class_id}/beeld")
    return visitor.post(page.path, page.form.values)


def _renew(visitor: Visitor, class_id: int) -> Page:
    page = visitor.get(f"/klassen/{class_id}/beeld")
    token = page.html.split('name="csrf_token" value="', 1)[1].split('"', 1)[0]
    return visitor.post(page.path, {"csrf_token": token, "vernieuw": "ja"})


def test_a_refused_renewal_says_so_and_leaves_the_class_open(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    finish(services, class_id, 20)
    _make(at_work, class_id)
    reopen_class(services, class_id)
    finish(services, class_id, 3, seed=5)
    page = _renew(at_work, class_id)
    assert "Er is geen nieuw beeld gemaakt" in page.text
    assert "met 20 leerlingen" in page.text
    assert "Open tot" in at_work.get(f"/klassen/{class_id}").text
    with services.database.reading() as session:
        made = select(StaffAction).where(StaffAction.action == "picture made")
        assert len(session.scalars(made).all()) == 1


def test_an_earlier_picture_keeps_its_counts_on_every_way_of_showing_it(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    finish(services, class_id, 20)
    assert "geen aantallen" in _make(at_work, class_id).text
    reopen_class(services, class_id)
    finish(services, class_id, 10, seed=5)
    newest = _renew(at_work, class_id)
    assert "met 30 leerlingen" in newest.text
    assert "In de top drie" not in newest.text
    before = at_work.get(f"/klassen/{class_id}/beeld?nummer=1")
    assert "In de top drie" in before.text
    files = [link for link in before.links() if link.endswith("nummer=1")]
    assert len(files) == 6
    told = [at_work.client.get(link).get_data() for link in files if ".csv" in link]
    assert b"In de top drie" in told[0]
    assert b";20;" in told[0]


def test_who_is_still_busy_is_counted_before_the_picture_leaves_them_out(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    finish(services, class_id, 12)
    assert "Wie nog bezig is" not in at_work.get(f"/klassen/{class_id}/beeld").text
    join(services, class_id)
    assert "Wie nog bezig is (1)" in at_work.get(f"/klassen/{class_id}/beeld").text
