"""What the database is asked for each page: few statements, and never a whole table read through.

Two checks on each kind of database, with thousands of attempts: how many statements the pages take
that everybody opens at the same time, and how the database looks up every row of every statement.
"""

from collections.abc import Iterator
from random import Random
from typing import Any

from flask import Flask
from sqlalchemy import Connection, insert, literal, select, text, update
from sqlalchemy.orm import Session

from quiz.lab.bench.filling import fill
from quiz.lab.bench.inside import Insider
from quiz.storage.tables.attempt import Attempt
from quiz.storage.tables.picture import PicturedAttempt, PictureSeries
from quiz.storage.tables.school import SchoolClass
from quiz.storage.tables.staff import Staff
from quiz.usecases.services import Services
from tests.asked import asked
from tests.blueprints.classroom.school import add_class, add_staff, code_of, finish, sign_in
from tests.blueprints.counsellor.people import as_pupil
from tests.usecases.sharing.sharing import share
from tests.visitor import Visitor

ATTEMPTS = 10_000
# One row for each pupil or more: tables that no page may read through.
LARGE = {"attempt", "answer", "result", "pictured_attempt"}
SHOWING, SAVING, ONE_ANSWER = 3, 5, 5  # one of each asks whether this browser is still in


def test_showing_and_saving_a_block_take_few_statements(
    clean_app: Flask, services: Services
) -> None:
    pupil = Insider(clean_app.wsgi_app)
    form = pupil.begin(Random(1))  # noqa: S311
    first = form.split("&")[2].partition("=")
    with asked(services.database) as showing:
        pupil.ask("GET", "/vragen")
    token = form.partition("&")[0]
    one = f"{token}&question={first[0]}&value={first[2]}&sequence=1&milliseconds=900"
    with asked(services.database) as answering:
        pupil.ask("POST", "/vragen/antwoord", one)
    with asked(services.database) as saving:
        pupil.ask("POST", "/vragen", form)
    assert len(showing.statements) == SHOWING, showing
    assert len(answering.statements) == ONE_ANSWER, answering
    assert len(saving.statements) == SAVING + SHOWING, saving  # it also shows the next block


def test_no_page_reads_through_a_table_of_pupils(clean_app: Flask, services: Services) -> None:
    teacher, decaan = (
        add_staff(services, f"{role}@voorbeeld.nl", role) for role in ("teacher", "counsellor")
    )
    classes = fill(services, ATTEMPTS, lambda _done: None)
    mine = update(SchoolClass).where(SchoolClass.id == classes[7])
    with services.database.writing() as session:
        session.execute(mine.values(teacher_id=teacher.id, school_id=teacher.school_id))
        _picture_others(session, classes[7])
    with asked(services.database) as heard:
        _pupil(clean_app, services, teacher, decaan)
        _teacher(sign_in(clean_app, teacher, services.clock()), classes[7])
    assert len(heard.statements) > 100
    plans = dict(heard.statements)
    with services.database.engine.connect() as connection:
        read_through = {
            statement: found
            for statement, values in plans.items()
            if (found := _read_through(connection, statement, values))
        }
    assert read_through == {}


def _picture_others(session: Session, class_id: int) -> None:
    """As if every other class had its picture."""
    session.execute(insert(PictureSeries).values(id=1, histories={}))
    theirs = select(Attempt.id, literal(1), literal(1), literal("+"))
    names = ["attempt_id", "series_id", "result_number", "history"]
    others = theirs.where(Attempt.class_id != class_id)
    session.execute(insert(PicturedAttempt).from_select(names, others))
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT setval(pg_get_serial_sequence('picture_series', 'id'), 1)"))
        session.execute(text("ANALYZE"))


def _pupil(app: Flask, services: Services, teacher: Staff, decaan: Staff) -> None:
    """A pupil of a class: to the result, back with the code, and a share with the counsellor."""
    class_id = add_class(services, teacher, "3A")
    visitor = Visitor(app)
    visitor.walk_to_result(f"/meedoen/{code_of(services.database, class_id)}")
    for path in ("/code", "/delen", "/opnieuw", "/volgende", "/wissen", "/werelden"):
        visitor.get(path)
    (attempt_id,) = finish(services, class_id, 1)
    number = share(services, attempt_id, decaan)
    counsellor = sign_in(app, decaan, services.clock())
    for path in ("/gesprekken", f"/gesprekken/{number}", f"/gesprekken/{number}/klaar"):
        counsellor.get(path)
    as_pupil(app, attempt_id).get("/resultaat")


def _teacher(teacher: Visitor, class_id: int) -> None:
    """Every page of a class, before and after its picture is made."""
    here = f"/klassen/{class_id}"
    during = ("", "/voortgang", "/voortgang/nu", "/scherm", "/scherm/nu", "/les", "/sluiten")
    after = ("/beeld", "/beeld/scherm", "/export.csv", "/export.xlsx", "/ontkoppelen", "/wissen")
    token = teacher.get(f"{here}/sluiten").form.values["csrf_token"]
    seen = [teacher.client.get(here + path) for path in during]
    seen.append(teacher.client.post(f"{here}/beeld", data={"csrf_token": token}))
    seen += [teacher.client.get(path) for path in ("/klassen", *(here + path for path in after))]
    assert {answer.status_code for answer in seen} <= {200, 303}, seen


def _read_through(connection: Connection, statement: str, values: Any) -> list[str]:
    """The large tables that this statement looks through, as the database plans it."""
    if statement.split(None, 1)[0] not in {"SELECT", "UPDATE", "DELETE", "INSERT", "WITH"}:
        return []
    if connection.dialect.name == "sqlite":
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all()
        steps = [str(row[3]).split() for row in rows]
        names = [step[1].rstrip("_0123456789") for step in steps if step[0] == "SCAN"]
        return [name for name in names if name in LARGE]
    (plan,) = connection.exec_driver_sql(f"EXPLAIN (FORMAT JSON) {statement}", values).scalar_one()
    return list(_scans(plan["Plan"]))


def _scans(node: dict[str, Any]) -> Iterator[str]:
    """The large tables under this node of PostgreSQL's plan that are read from first to last."""
    whole = node["Node Type"] == "Seq Scan" or (
        node["Node Type"].startswith("Index") and "Index Cond" not in node
    )
    if whole and node.get("Relation Name") in LARGE:
        yield node["Relation Name"]
    for below in node.get("Plans", ()):
        yield from _scans(below)


def test_the_check_itself_finds_a_table_that_is_read_through(services: Services) -> None:
    with services.database.engine.connect() as connection:
        assert _read_through(connection, "SELECT count(*) FROM attempt", ()) == ["attempt"]
        connection.execute(text("SELECT 1"))
