"""A file that cannot be made says so to who asked for it, and what they can do instead."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NoReturn

import pytest
from flask import Flask

from quiz.blueprints.classroom import export_files
from quiz.blueprints.public import parents_sheet
from quiz.storage.tables.staff import StaffAction
from quiz.usecases.services import Services
from quiz.web.responses import downloads, typesetting
from tests.blueprints.classroom.school import add_class, add_staff, finish, sign_in
from tests.blueprints.counsellor.people import as_pupil
from tests.usecases.sharing.sharing import finished, share
from tests.visitor import Page, Visitor

Visits = dict[str, Callable[[], Page]]
SECRET = "geheim-4711"
WAY_ON = {
    "beeld.pdf": ("Het bestand kon niet gemaakt worden", "CSV", "/beeld"),
    "export.csv": ("Het bestand kon niet gemaakt worden", "Excel", "/beeld"),
    "export.xlsx": ("Het bestand kon niet gemaakt worden", "CSV", "/beeld"),
    "resultaat.pdf": ("Het blad kon niet gemaakt worden", "print die pagina", "/resultaat?keer=1"),
    "gesprek.pdf": ("Het blad kon niet gemaakt worden", "print die pagina", "/gesprekken/"),
    "ouders.pdf": ("Het blad kon niet gemaakt worden", "de zeven werelden", "/werelden"),
}
PAPER = [name for name in WAY_ON if name.endswith(".pdf")]


@pytest.fixture
def visits(clean_app: Flask, services: Services) -> Visits:
    """A way to each file, by who may have it."""
    person = add_staff(services, "docent@voorbeeld.nl", "teacher", "counsellor")
    class_id = add_class(services, person)
    finish(services, class_id, 3)
    attempt_id = finished(services, class_id)
    talk = share(services, attempt_id, person)
    desk, pupil = sign_in(clean_app, person, services.clock()), as_pupil(clean_app, attempt_id)
    ways: dict[str, tuple[Visitor, str]] = {
        **{name: (desk, f"/klassen/{class_id}/{name}") for name in WAY_ON if name[0] in "be"},
        "resultaat.pdf": (pupil, "/resultaat.pdf?keer=1"),
        "gesprek.pdf": (desk, f"/gesprekken/{talk}.pdf"),
        "ouders.pdf": (Visitor(clean_app), "/ouders.pdf"),
    }
    parents_sheet._made.cache_clear()
    return {name: partial(way[0].get, way[1]) for name, way in ways.items()}


def is_told(page: Page, name: str) -> None:
    """The page says what happened, and leads to where the same stands."""
    title, advice, way_on = WAY_ON[name]
    assert page.status == 500
    assert title in page.text
    assert advice in page.text
    assert any(way_on in link for link in page.links())
    assert "antwoorden zijn bewaard" not in page.text
    assert not any(link.startswith("/vragen") for link in page.links())


def break_templates(patch: pytest.MonkeyPatch, folder: Path, broken: str) -> None:
    """Put templates in the place of ours that cannot be set."""
    (folder / "pdf").mkdir()
    for name in ("class_picture", "parents", "result", "talk"):
        (folder / "pdf" / f"{name}.typ").write_text(broken)
    patch.setattr(typesetting, "TEMPLATES", folder)
    patch.setattr(typesetting, "CONTENT", folder)


@pytest.mark.parametrize("broken", [f'#panic("{SECRET}")', "#let", '#image("x.svg")'])
def test_a_broken_template_is_told_and_logged_without_its_words(
    visits: Visits,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    broken: str,
) -> None:
    break_templates(monkeypatch, tmp_path, broken)
    for name in PAPER:
        capsys.readouterr()
        is_told(visits[name](), name)
        output = capsys.readouterr().out
        (mistake, *_) = [json.loads(line) for line in output.splitlines()]
        assert (mistake["event"], mistake["kind"]) == ("unexpected", "TypstError")
        assert "typesetting.py" in mistake["where"]
        assert SECRET not in output


class PanicException(BaseException):
    """What a panic of Rust looks like from here."""


def fail_with(kind: type[BaseException]) -> Callable[..., NoReturn]:
    """Something that always fails."""

    def fail(*_given: object, **_named: object) -> NoReturn:
        raise kind(SECRET)

    return fail


@pytest.mark.parametrize("kind", [RuntimeError, MemoryError, PanicException])
def test_whatever_goes_wrong_while_a_file_is_made_the_way_on_is_told(
    visits: Visits, monkeypatch: pytest.MonkeyPatch, kind: type[BaseException]
) -> None:
    monkeypatch.setattr("typst.compile", fail_with(kind))
    for name in ("csv_text", "workbook_bytes"):
        monkeypatch.setattr(downloads, name, fail_with(RuntimeError))
    for name, visit in visits.items():
        is_told(visit(), name)


def test_what_cannot_be_told_of_a_class_is_told_as_a_file_too(
    visits: Visits, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export_files, "class_line", fail_with(KeyError))
    for name in ("beeld.pdf", "export.csv", "export.xlsx"):
        is_told(visits[name](), name)


def test_a_file_that_was_not_made_stands_in_no_audit_trail(
    visits: Visits, services: Services, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    break_templates(monkeypatch, tmp_path, "#let")
    with services.database.reading() as session:
        before = session.query(StaffAction).count()
        visits["beeld.pdf"](), visits["gesprek.pdf"]()
        assert session.query(StaffAction).count() == before
