"""Every page that can be opened, by somebody who sees much on it; and what that may cost."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Flask

from quiz.storage.tables.staff import Staff
from quiz.usecases.attempts.bookmarks import KeptStep, keep_step
from quiz.usecases.class_pictures.operations import make_picture
from quiz.usecases.retakes.start import start_retake
from quiz.usecases.services import Services
from quiz.usecases.sharing.agreed_steps import AgreedStepDraft, agree_step
from quiz.usecases.staff.links import invite
from quiz.usecases.staff.people import NewAccount
from quiz.usecases.staff.regions import set_regions
from quiz.web.runtime import catalogue
from tests.blueprints.classroom.school import add_class, add_staff, code_of, finish, join, sign_in
from tests.blueprints.counsellor.people import as_pupil, make_code
from tests.house.sent_list import sent_list
from tests.usecases.attempts.pupils import walk
from tests.usecases.sharing.sharing import ask, share
from tests.visitor import Visitor

# Who opens it, in how many transactions, at most so many statements, which page. A page is read in
# one transaction. Not in one: what asks nothing, what also leaves a line in the trail (a file of a
# class or a talk), and /healthz, which tries whether it could write.
COSTS = """
stranger   0  0 /
stranger   0  0 /start
stranger   1  3 /meedoen/{code}
stranger   0  0 /meedoen
stranger   0  0 /terug
stranger   0  0 /werelden
stranger   1  1 /werelden/{world}
stranger   0  0 /over
stranger   0  0 /privacy
stranger   0  0 /toegankelijkheid
stranger   0  0 /ouders.pdf
stranger   0  0 /inloggen
stranger   0  0 /inloggen/code
stranger   0  0 /inloggen/kies
stranger   1  3 /wachtwoord/{token}
stranger   3  6 /healthz
stranger   2  2 /api/v1/werelden
stranger   2  2 /api/v1/regios
stranger   2  2 /api/v1/opleidingen?regio=foodvalley
stranger   2  2 /api/v1/opleidingen?formaat=csv&niveau=mbo-3
stranger   2  2 /api/v1/instellingen
stranger   2  2 /api/v1/bedrijven
stranger   2  2 /api/v1/agenda
stranger   1  1 /api/v1/keuzemomenten
stranger   1  1 /api/v1/bronnen
stranger   2  2 /api/v1/openapi.json
busy       1  2 /
busy       1  6 /code
busy       1  3 /vragen
busy       1  6 /aanpassen
busy       1 11 /meedoen/{code}
busy       1  3 /volgende
busy       1  2 /wissen
busy       1  2 /terug
pupil      1 11 /resultaat
pupil      1  9 /resultaat?keer=1
pupil      1 11 /resultaat.pdf
pupil      1  4 /stappen.pdf
pupil      1 14 /delen
pupil      1  6 /delen/nu
pupil      1  7 /opnieuw
pupil      1  4 /vragen/inzoomen/{world}
pupil      1  6 /aanpassen
teacher    1  3 /
teacher    1  3 /start
teacher    1  5 /klassen
teacher    1  5 /klassen/nieuw
teacher    1  8 /klassen/{class_id}
teacher    1  9 /klassen/{class_id}/voortgang
teacher    1  8 /klassen/{class_id}/voortgang/nu
teacher    1  4 /klassen/{class_id}/scherm
teacher    1  4 /klassen/{class_id}/scherm/nu
teacher    1  7 /klassen/{class_id}/les
teacher    1  7 /klassen/{class_id}/sluiten
teacher    1 11 /klassen/{class_id}/beeld
teacher    1  6 /klassen/vergelijk?beeld={class_id}&beeld={other_id}
teacher    1  8 /klassen/{new_id}/beeld
teacher    1  7 /klassen/{class_id}/beeld/scherm
teacher    2  9 /klassen/{class_id}/beeld.pdf
teacher    2  9 /klassen/{class_id}/export.csv
teacher    2  9 /klassen/{class_id}/export.xlsx
teacher    2  9 /klassen/{class_id}/beeld.png
teacher    2  9 /klassen/{class_id}/beeld.svg
teacher    1  7 /klassen/{class_id}/wijzig
teacher    1  8 /klassen/{class_id}/samen
teacher    1  5 /klassen/{class_id}/plaatsen
teacher    1  7 /klassen/{class_id}/wissen
teacher    1  6 /klassen/{class_id}/terugzetten
teacher    1  8 /klassen/{new_id}/leeg
teacher    1  8 /klassen/{new_id}/ontkoppelen
teacher    1  7 /account
counsellor 1  8 /gesprekken
counsellor 1 14 /gesprekken/{share_id}
counsellor 2 15 /gesprekken/{share_id}.pdf
counsellor 2 11 /gesprekken/{share_id}/stappen.pdf
counsellor 1  4 /gesprekken/{share_id}/klaar
counsellor 1  4 /gesprekken/{asked_id}
counsellor 1  4 /gesprekken/{asked_id}/nu
counsellor 1  6 /school
counsellor 1  7 /school/klassen/{class_id}
coordinator 1 5 /regio
coordinator 1 5 /regio/aanbod
coordinator 1 5 /regio/aanbod/bedrijf.csv
coordinator 1 7 /regio/aanbod/bedrijf/moba
coordinator 1 5 /regio/nieuw/evenement
coordinator 1 6 /regio/wijzigingen
coordinator 1 6 /regio/nakijken
coordinator 1 5 /regio/import
coordinator 1 7 /regio/import/{draft_id}
coordinator 1 6 /regio/import/{draft_id}?kolommen=ja
admin      1  7 /collegas
admin      1  6 /collegas/klassen
admin      1  4 /collegas/logboek
admin      1  9 /collegas/klassen/{class_id}
admin      1 10 /collegas/{staff_id}/sluiten
admin      1  7 /collegas/{staff_id}
admin      1  7 /account
admin      1  5 /account/code
admin      1  3 /uitloggen
"""


@dataclass(frozen=True)
class Cost:
    """How a page may be read: in so many transactions, with at most so many statements."""

    who: str
    transactions: int
    statements: int
    page: str


def costs() -> Iterator[Cost]:
    """The table above."""
    for line in COSTS.strip().splitlines():
        who, transactions, statements, page = line.split()
        yield Cost(who, int(transactions), int(statements), page)


def browsers(app: Flask, services: Services) -> tuple[dict[str, Visitor], dict[str, object]]:
    """A browser for each who opens pages, and the parts of addresses."""
    teacher, counsellor, coordinator, admin = (
        add_staff(services, f"{role}@voorbeeld.nl", role)
        for role in ("teacher", "counsellor", "coordinator", "admin")
    )
    with services.database.writing() as session:
        set_regions(session, coordinator.id, ["foodvalley"])
    class_id, other_id, new_id = (add_class(services, teacher, name) for name in "ABC")
    pupils = finish(services, class_id, 12)
    finish(services, other_id, 12, seed=8)
    for group in (class_id, other_id):
        make_picture(services, [group])
    visitors = {
        "stranger": Visitor(app),
        "busy": as_pupil(app, join(services, new_id)),
        "pupil": as_pupil(app, _well_known(app, services, pupils[0])),
        "teacher": _signed_in(app, services, teacher),
        "counsellor": _signed_in(app, services, counsellor),
        "coordinator": _signed_in(app, services, coordinator),
        "admin": _signed_in(app, services, admin),
    }
    parts: dict[str, object] = {
        "class_id": class_id,
        "other_id": other_id,
        "new_id": new_id,
        "code": code_of(services.database, add_class(services, teacher, "D")),
        "world": services.bank.worlds[0],
        "token": _invitation(services, admin),
        "staff_id": counsellor.id,
        "share_id": share(services, pupils[0], counsellor),
        "asked_id": ask(services, pupils[1], counsellor),
        "draft_id": sent_list(services, coordinator),
    }
    make_code(visitors["pupil"])
    return visitors, parts


def _well_known(app: Flask, services: Services, first: int) -> int:
    """A pupil who keeps three companies, agreed on them and looked twice; the retake."""
    with app.app_context():
        companies = list(catalogue().companies)[:3]
    for company in companies:
        keep_step(services, first, KeptStep("company", company))
        agree_step(services, first, AgreedStepDraft("visit", "2027-03", f"company/{company}"))
    second = start_retake(services, first)
    walk(services, second, 2, 5, 3, 4)
    return second


def _signed_in(app: Flask, services: Services, person: Staff) -> Visitor:
    """In a session with a number, as signing in gives."""
    visitor = sign_in(app, person, services.clock())
    with visitor.client.session_transaction() as session:
        session["staff_session"] = 7
    return visitor


def _invitation(services: Services, admin: Staff) -> str:
    with services.database.writing() as session:
        new = NewAccount("nieuw@voorbeeld.nl", admin.school_id, ("teacher",))
        return invite(session, services.code_key, new, services.clock(), admin.id)
