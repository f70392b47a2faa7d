"""What stands on each of our sheets, taken from the real ways to it, to be filled with anything."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count

import pytest
from flask import Flask

from quiz.blueprints.public import parents_sheet
from quiz.usecases.retakes.start import start_retake
from quiz.usecases.services import Services
from quiz.usecases.sharing.agreed_steps import AgreedStepDraft, agree_step
from quiz.web.responses import downloads
from tests.blueprints.classroom.school import add_class, add_staff, finish, sign_in
from tests.blueprints.counsellor.people import as_pupil
from tests.blueprints.counsellor.samples import EVENT, keep, sample_pupil
from tests.usecases.attempts.pupils import walk
from tests.usecases.sharing.sharing import share

Content = Mapping[str, object]
# Not to be read: names of our own files and languages, and addresses.
_KEYS = frozenset({"id", "language", "link"})


def contents(app: Flask, services: Services, patch: pytest.MonkeyPatch) -> dict[str, Content]:
    """By template: what stands on the sheet when everything that may stand on it does."""
    found: dict[str, Content] = {}

    def keep_content(template: str, content: Content) -> bytes:
        found[template] = content
        return b""

    for module in (downloads, parents_sheet):
        patch.setattr(module, "pdf_bytes", keep_content)
    parents_sheet._made.cache_clear()
    _ask_for_all(app, services)
    parents_sheet._made.cache_clear()
    patch.undo()
    return found


def _ask_for_all(app: Flask, services: Services) -> None:
    teacher = add_staff(services, "docent@voorbeeld.nl", "teacher", "counsellor")
    class_id = add_class(services, teacher)
    finish(services, class_id, 12)
    desk = sign_in(app, teacher, services.clock())
    picture = f"/klassen/{class_id}/beeld"
    desk.post(picture, {"csrf_token": desk.get(picture).form.values["csrf_token"]})
    attempt_id = sample_pupil(services, "clear")
    keep(services, attempt_id, EVENT)
    agree_step(services, attempt_id, AgreedStepDraft("open-day", "2027-03", EVENT))
    again = start_retake(services, attempt_id)
    walk(services, again, 4)
    talk = share(services, attempt_id, teacher)
    for visitor, path in (
        (desk, f"{picture}.pdf"),
        (desk, f"/gesprekken/{talk}.pdf"),
        (desk, "/ouders.pdf"),
        (as_pupil(app, again), "/resultaat.pdf"),
    ):
        assert visitor.client.get(path).status_code == 200, path


def parents_of(points: Sequence[str]) -> Content:
    """The sheet for parents with nothing but these lines."""
    part = {"title": "x", "points": points}
    return {
        **dict.fromkeys(("title", "kind", "lead", "worlds_title", "privacy", "foot"), "x"),
        "language": "nl",
        "worlds": [],
        "parts": dict.fromkeys(("is", "is_not", "talk", "together"), part),
    }


def filled(content: Content, texts: Sequence[str]) -> Content:
    """The same sheet with these texts, in turn, instead of everything that it says."""
    turn = count()
    return _filled(content, lambda: texts[next(turn) % len(texts)])  # type: ignore[return-value]


def _filled(part: object, text: Callable[[], str]) -> object:
    if isinstance(part, str):
        return text()
    if isinstance(part, Mapping):
        return {key: _kept(key, each, text) for key, each in part.items()}
    if isinstance(part, Sequence):
        return [_filled(each, text) for each in part]
    return part


def _kept(key: str, part: object, text: Callable[[], str]) -> object:
    return part if key in _KEYS else _filled(part, text)


def words(part: object) -> Iterator[str]:
    """Every text of a sheet."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, Mapping):
        for each in part.values():
            yield from words(each)
    elif isinstance(part, Sequence):
        for each in part:
            yield from words(each)
