"""A class that is shared: what its owner does, and which pages of the lesson somebody opens."""

from quiz.storage.tables.staff import Staff
from quiz.usecases.services import Services
from tests.visitor import Page, Visitor

LESSON = ("", "/scherm", "/scherm/nu", "/voortgang", "/voortgang/nu", "/beeld", "/les", "/wijzig")


def share(owner: Visitor, class_id: int, person: Staff, action: str = "add") -> Page:
    path = f"/klassen/{class_id}/samen"
    token = owner.get(path).form.values["csrf_token"]
    return owner.post(path, {"csrf_token": token, "action": action, "collega": str(person.id)})


def statuses_of(visitor: Visitor, class_id: int) -> set[int]:
    return {visitor.client.get(f"/klassen/{class_id}{page}").status_code for page in LESSON}


def account_of(services: Services, email: str) -> Staff:
    with services.database.reading() as session:
        return session.query(Staff).filter_by(email=email).one()
