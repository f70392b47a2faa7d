"""An agreed step that was taken away comes back with one press."""

import pytest

from quiz.storage.tables.staff import Staff
from quiz.usecases.services import Services
from quiz.usecases.sharing.agreed_steps import AgreedStepDraft, agree_step, agreed_steps
from tests.blueprints.counsellor.samples import EVENT, sample_pupil
from tests.blueprints.counsellor.talk_reading import agreed
from tests.reading import read
from tests.usecases.sharing.sharing import share
from tests.visitor import Page, Visitor

MONTH = "2027-03"


@pytest.fixture
def broad(services: Services) -> int:
    return sample_pupil(services, "broad")


@pytest.fixture
def talk(services: Services, talking: Visitor, decaan: Staff, broad: int) -> Page:
    """The page of their result."""
    return talking.get(f"/gesprekken/{share(services, broad, decaan)}")


def send(visitor: Visitor, talk: Page, **fields: str) -> Page:
    """Send something to the steps of this page."""
    token = talk.form.values["csrf_token"]
    return visitor.post(f"{talk.path}/stappen", {"csrf_token": token, **fields})


def test_a_step_that_was_taken_away_comes_back_with_one_press(
    services: Services, talking: Visitor, talk: Page, broad: int
) -> None:
    agree_step(services, broad, AgreedStepDraft("event", MONTH, EVENT))
    (step,) = read(services, agreed_steps, broad)
    page = send(talking, talk, action="remove", step=str(step.id))
    assert "Van de lijst: Naar een activiteit over techniek (" in page.text
    fields = {"weg": "event", "maand": step.month, "over": EVENT}
    page = send(talking, talk, action="undo", **fields)
    assert "Van de lijst" not in page.text
    (again,) = read(services, agreed_steps, broad)
    assert (again.kind, again.month, again.about) == (step.kind, MONTH, EVENT)
    assert len(agreed(send(talking, talk, action="undo", **fields))) == 1, "twice is once"
    again_there = talking.get(f"{talk.path}?weg=event&maand={step.month}&over={EVENT}")
    assert "Van de lijst" not in again_there.text, "what is on the list is not said to be gone"


@pytest.mark.parametrize("told", ["weg=visit", "weg=<b>&maand=2027-03", "weg=visit&maand=2027-13"])
def test_an_address_says_nothing_that_could_not_be_a_step(
    talking: Visitor, talk: Page, told: str
) -> None:
    assert "Van de lijst" not in talking.get(f"{talk.path}?{told}").text
    fields = dict(each.split("=") for each in told.split("&"))
    assert agreed(send(talking, talk, action="undo", **fields)) == []
