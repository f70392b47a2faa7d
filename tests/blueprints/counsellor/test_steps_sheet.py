"""The agreed steps on paper, for the pupil's own file: from the pupil's page and from the talk."""

import pytest
from flask import Flask

from quiz.domain.bank.paper import load_paper
from quiz.storage.tables.staff import Staff
from quiz.usecases.services import Services
from quiz.usecases.sharing.agreed_steps import STEP_KINDS, AgreedStepDraft, agree_step
from quiz.usecases.sharing.share import withdraw_share
from tests.blueprints.classroom.school import nickname_of
from tests.blueprints.counsellor.people import as_pupil
from tests.blueprints.counsellor.samples import EVENT, sample_pupil
from tests.pdf_reading import Pdf
from tests.usecases.sharing.sharing import ask, share
from tests.visitor import Visitor


def _agree(services: Services, pupil: int, count: int) -> None:
    for number in range(count):
        year, month = divmod(number, 12)
        kind = STEP_KINDS[number % len(STEP_KINDS)]
        agree_step(services, pupil, AgreedStepDraft(kind, f"{2027 + year}-{month + 1:02}", EVENT))


@pytest.mark.parametrize("count", [1, 4, 40])
def test_every_step_is_on_it_with_room_to_write(
    clean_app: Flask, services: Services, talking: Visitor, decaan: Staff, count: int
) -> None:
    pupil = sample_pupil(services, "clear")
    talk = f"/gesprekken/{share(services, pupil, decaan)}"
    _agree(services, pupil, count)
    for visitor, page, address, language in (
        (as_pupil(clean_app, pupil), "/delen", "/stappen.pdf", "nl"),
        (talking, talk, f"{talk}/stappen.pdf", "en"),
    ):
        words = load_paper(language).words["plan"]
        assert address in visitor.get(page).links()
        answer = visitor.client.get(f"{address}?taal={language}")
        assert 'filename="zeven-werelden-stappen.pdf"' in answer.headers["Content-Disposition"]
        assert answer.headers["Cache-Control"] == "no-store"
        sheet = Pdf(answer.data)
        assert (sheet.findings, sheet.language) == ([], language)
        assert sheet.headings[0] == ("H1", words["title"])
        assert [level for level, _title in sheet.headings].count("H2") == count
        assert sheet.text.count(words["proof"] + ":") == count
        assert nickname_of(services.database, pupil) in sheet.text
        assert str(pupil) not in sheet.text


def test_without_steps_or_before_the_yes_there_is_none(
    clean_app: Flask, services: Services, talking: Visitor, decaan: Staff
) -> None:
    pupil = sample_pupil(services, "clear")
    assert as_pupil(clean_app, pupil).get("/stappen.pdf").path == "/delen"
    waiting = ask(services, pupil, decaan)
    assert talking.get(f"/gesprekken/{waiting}/stappen.pdf").status == 404
    share_id = share(services, pupil, decaan)
    assert talking.get(f"/gesprekken/{share_id}/stappen.pdf").path == f"/gesprekken/{share_id}"
    _agree(services, pupil, 1)
    assert talking.client.get(f"/gesprekken/{share_id}/stappen.pdf").data.startswith(b"%PDF")
    withdraw_share(services, pupil, share_id)
    assert talking.get(f"/gesprekken/{share_id}/stappen.pdf").status == 404
    assert as_pupil(clean_app, pupil).client.get("/stappen.pdf").data.startswith(b"%PDF")
