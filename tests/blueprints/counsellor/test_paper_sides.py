"""The sheet for a talk has the sides that it promises: one for 10 minutes, two for 25."""

import re
from collections.abc import Callable, Mapping

import pytest

from quiz.domain.bank.paper import load_paper
from quiz.domain.catalogue.files.load import load_catalogue
from quiz.storage.tables.staff import Staff
from quiz.usecases.retakes.start import start_retake
from quiz.usecases.services import Services
from quiz.usecases.sharing.agreed_steps import STEP_KINDS, AgreedStepDraft, agree_step
from tests.blueprints.counsellor.samples import EVENT, answer_as, keep, sample_pupil
from tests.blueprints.counsellor.talk_reading import asked
from tests.pdf_reading import Pdf
from tests.usecases.sharing.sharing import share
from tests.visitor import Visitor

LONGEST_PLACE = "GM1924"  # Goeree-Overflakkee


def _again(services: Services) -> int:
    pupil = sample_pupil(services, "clear")
    answer_as(services, start_retake(services, pupil), "contradictory")
    return pupil


def _much(services: Services) -> int:
    """Everything at once: all that can be kept with long names, and steps about all of it."""
    pupil = sample_pupil(services, "contradictory", None, ("vmbo-gl-tl", 4), LONGEST_PLACE)
    rows = [(f"programme/{name}", row) for name, row in load_catalogue().programmes.items()]
    keys = [key for key, _row in sorted(rows, key=lambda row: -len(row[1].name_nl))[:12]]
    keep(services, pupil, EVENT, *keys)
    for number, kind in enumerate(STEP_KINDS):
        agree_step(services, pupil, AgreedStepDraft(kind, f"2027-0{number + 1}", keys[number]))
    answer_as(services, start_retake(services, pupil), "broad")
    return pupil


PUPILS: Mapping[str, Callable[[Services], int]] = {
    "clear": lambda services: sample_pupil(services, "clear"),
    "broad": lambda services: sample_pupil(services, "broad"),
    "contradictory": lambda services: sample_pupil(services, "contradictory"),
    "isk": lambda services: sample_pupil(services, "contradictory", schooling=("isk", None)),
    "vwo 5": lambda services: sample_pupil(services, "clear", schooling=("vwo", 5)),
    "vmbo 2": lambda services: sample_pupil(services, "broad", schooling=("vmbo-bb", 2)),
    "groep 8": lambda services: sample_pupil(services, "broad", schooling=("po", 8)),
    "mbo": lambda services: sample_pupil(services, "clear", schooling=("mbo", 2)),
    "second look": _again,
    "much": _much,
}


@pytest.mark.parametrize("name", PUPILS)
def test_ten_minutes_is_one_side_and_25_are_two(
    services: Services, talking: Visitor, decaan: Staff, name: str
) -> None:
    share_id = share(services, PUPILS[name](services), decaan)
    for language in ("nl", "en"):
        words = load_paper(language).talk
        for minutes, sides in ((10, 1), (25, 2)):
            chosen = {"minuten": minutes, "taal": language}
            page = talking.get(f"/gesprekken/{share_id}?minuten={minutes}&taal={language}")
            answer = talking.client.get(f"/gesprekken/{share_id}.pdf", query_string=chosen)
            sheet = Pdf(answer.data)
            assert len(sheet.pages) == sides, (language, minutes)
            assert sheet.findings == []
            first = _loose(sheet.pages[0])
            assert [each for each in asked(page) if _loose(each) not in first] == []
            assert _loose(words["agreed"]) in first
            if sides == 2:
                assert _loose(words["steps"]) in _loose(sheet.pages[1])


def _loose(words: str) -> str:
    """Without spaces and quotes, which a sheet sets in its own way."""
    return re.sub(r"[\W_]", "", words)
