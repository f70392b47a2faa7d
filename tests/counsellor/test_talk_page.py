"""The page of a shared result: what a counsellor reads, for three invented pupils."""

import pytest

from quiz.attempts import Services
from quiz.records import Staff
from tests.attempts.sharing import share
from tests.counsellor.samples import SAMPLES, sample_pupil
from tests.visitor import Page, Visitor


def open_talk(
    services: Services, talking: Visitor, decaan: Staff, name: str, minutes: int = 10
) -> Page:
    """The page of one of the three pupils, after the yes."""
    share_id = share(services, sample_pupil(services, name), decaan)
    return talking.get(f"/gesprekken/{share_id}?minuten={minutes}")


@pytest.mark.parametrize("name", SAMPLES)
def test_the_page_is_there_for_each_pupil(
    services: Services, talking: Visitor, decaan: Staff, name: str
) -> None:
    page = open_talk(services, talking, decaan, name)
    assert page.status == 200, (page.path, page.text)
    assert "In het kort" in page.text
    print(page.text[:1500])
