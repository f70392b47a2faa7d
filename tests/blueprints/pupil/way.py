"""Short cuts along the pupil's way, and looks into the tables, for tests of this room."""

from typing import Any

from sqlalchemy import select

from quiz.storage.database import Database
from quiz.storage.tables.attempt import Answer, Attempt
from quiz.storage.tables.base import Record
from tests.visitor import Page, Visitor

BLOCKS = 4
BLOCK_SIZE = 7
# What the entrance of another class offers to who is busy on this device.
TAKE = "Neem je antwoorden mee naar deze klas"
CHOICES = (TAKE, "Begin hier opnieuw", "Ga daar verder")
Rows = dict[str, list[tuple[Any, ...]]]


VARIED = "5 2 4 3"  # answers in turn, so that they tell the worlds apart


def answer_blocks(visitor: Visitor, page: Page, value: str = VARIED, blocks: int = BLOCKS) -> Page:
    """Answer so many blocks with these values in turn; what comes next.

    Fewer where the first world is clear before: which questions come is partly chance.
    """
    for _block in range(blocks):
        form, values = page.form, value.split()
        if len(form.choices) != BLOCK_SIZE:
            break
        answers = {name: values[place % len(values)] for place, name in enumerate(form.choices)}
        page = visitor.post(form.action, {**form.values, **answers})
    return page


def at_tech_type(visitor: Visitor, path: str = "/start", value: str = VARIED) -> Page:
    """The page with the five tech-type questions, after four blocks or fewer."""
    return answer_blocks(visitor, visitor.begin(path), value)


def at_own_world(visitor: Visitor, path: str = "/start", value: str = VARIED) -> Page:
    """The page that asks which world the pupil would choose."""
    return visitor.answer_all(at_tech_type(visitor, path, value), "4")


def at_result(visitor: Visitor, path: str = "/start", value: str = VARIED) -> Page:
    """The result of somebody who chose no world."""
    return visitor.submit(at_own_world(visitor, path, value), own_world="onbekend")


def questions_of(page: Page) -> list[str]:
    """The names of the questions on a page, in order."""
    return list(page.form.choices)


def checked_on(page: Page) -> dict[str, str]:
    """What a page shows as chosen already."""
    form = page.form
    return {name: form.values[name] for name in form.choices if name in form.values}


def token_of(page: Page) -> str:
    """The CSRF token that a page carries."""
    return page.form.values["csrf_token"]


def return_code(code_page: Page) -> str:
    """The return code as the code page shows it."""
    assert code_page.document is not None
    secrets = [
        "".join(element.itertext()).strip()
        for element in code_page.document.iter("strong")
        if "secret" in (element.get("class") or "")
    ]
    assert len(secrets) == 1, f"one return code, not {len(secrets)}: {code_page.text[:200]}"
    return secrets[0]


def stored_rows(database: Database) -> Rows:
    """Everything in every table, to compare before and after."""
    with database.reading() as session:
        return {
            table.name: sorted((tuple(row) for row in session.execute(select(table))), key=repr)
            for table in Record.metadata.sorted_tables
        }


def stored_answers(database: Database, nickname: str | None = None) -> dict[str, int]:
    """The stored answers of the only attempt, or of the one with this nickname."""
    query = select(Answer.question, Answer.value).join(Attempt, Attempt.id == Answer.attempt_id)
    if nickname is not None:
        query = query.where(Attempt.nickname == nickname)
    with database.reading() as session:
        return {row.question: row.value for row in session.execute(query)}


def stored_attempts(database: Database) -> list[Attempt]:
    """All attempts, in the order in which they were started."""
    with database.reading() as session:
        return list(session.scalars(select(Attempt).order_by(Attempt.id)))


def heading(page: Page) -> str:
    """The words of the one <h1> of a page."""
    assert page.document is not None
    element = page.document.find(".//h1")
    return "" if element is None else " ".join("".join(element.itertext()).split())
