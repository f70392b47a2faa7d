"""The talks of the demonstration: three pupils who share their result with the counsellor.

One result is clear; in one the own choice and the answers differ; one pupil did the quiz again, and
has a step that is due this month.
"""

from dataclasses import replace
from datetime import timedelta
from random import Random

from sqlalchemy import delete, select

from quiz.storage.tables.share import Share
from quiz.storage.tables.staff import Staff, StaffAction
from quiz.usecases.attempts.schooling import Schooling
from quiz.usecases.demonstration.classes import open_class
from quiz.usecases.demonstration.examples import TALKS
from quiz.usecases.demonstration.pupils import Pupil, Taste, Visit
from quiz.usecases.retakes.start import start_retake
from quiz.usecases.services import Services
from quiz.usecases.sharing.agreed_steps import AgreedStepDraft, agree_step
from quiz.usecases.sharing.share import confirm_share
from quiz.usecases.sharing.share_codes import claim_share, make_share_code
from quiz.usecases.sharing.topics import Topic
from quiz.usecases.staff.audit import Action, record_action

CLEAR = "een helder resultaat"
CONTRADICTORY = "eigen keuze en antwoorden verschillen"
AGAIN = "twee keer gekeken, en een stap voor deze maand"
TOPICS = {CLEAR: Topic.STUDY, CONTRADICTORY: Topic.SUBJECTS}
LESS_NOW = "wonen-werken-verkeer"
LIKED, NOT_SO, FINE, A_LITTLE, NO_MORE = 4.7, 1.8, 3.2, 2.6, 1.0


def make_talks(services: Services, teacher: Staff, counsellor: Staff) -> tuple[dict[str, int], str]:
    """Let three pupils share; the number of each talk, and the return code of the clear one."""
    begins = services.clock() - TALKS.ago
    _number, code = open_class(services, TALKS, teacher, begins)
    talks, return_code = {}, ""
    for name, liking in _tastes(services).items():
        chance = Random(name)  # noqa: S311 - invented pupils, the same each time
        visit = Visit(code, TALKS.school_type, TALKS.year, begins, chance)
        pupil = Pupil(services, visit, liking)
        pupil.finish()
        if name == AGAIN:
            _look_again(services, pupil)
        talks[name] = _share(services, pupil, counsellor, name)
        if name == AGAIN:
            _agree(services, pupil, counsellor, talks[name])
        return_code = return_code or pupil.return_code or ""
    return talks, return_code


def _share(services: Services, pupil: Pupil, counsellor: Staff, name: str) -> int:
    code = make_share_code(services, pupil.id)
    number = claim_share(services, code, counsellor.id, counsellor.school_id)
    confirm_share(services, pupil.id, number, TOPICS.get(name))
    return number


def forget_talks(services: Services, school_id: int) -> None:
    """Lines of the trail about talks that are gone with their pupils: of what was only shown."""
    gone = StaffAction.object_id.not_in(select(Share.id)), StaffAction.kind == "share"
    staff = select(Staff.id).where(Staff.school_id == school_id)
    with services.database.erasing() as session:
        session.execute(delete(StaffAction).where(*gone, StaffAction.staff_id.in_(staff)))


def _agree(services: Services, pupil: Pupil, counsellor: Staff, number: int) -> None:
    """A step that is due this month, as the counsellor notes it."""
    agree_step(services, pupil.id, AgreedStepDraft("open-day", services.this_month()))
    with services.database.writing() as session:
        record_action(session, counsellor, Action.STEP_AGREED, "share", number)


def _look_again(services: Services, pupil: Pupil) -> None:
    """The same pupil some weeks later, who likes one world less."""
    taste = replace(pupil.taste, worlds={**pupil.taste.worlds, LESS_NOW: NO_MORE})
    pupil.come_again(services.clock() - timedelta(days=1), taste)
    pupil.finish(start_retake(pupil.services, pupil.id, Schooling(TALKS.school_type, TALKS.year)))


def _tastes(services: Services) -> dict[str, Taste]:
    worlds = dict.fromkeys(services.bank.worlds, 2.2)
    kinds = dict.fromkeys(services.bank.tech_items.values(), FINE)
    return {
        CLEAR: Taste({**worlds, "hitech-science": LIKED}, kinds, own="hitech-science"),
        CONTRADICTORY: Taste(
            {**worlds, "energie-water-veiligheid": LIKED, "mens-gezondheid": A_LITTLE},
            {**kinds, "maatschappelijke-toepasser": NOT_SO},
            own="mens-gezondheid",
        ),
        AGAIN: Taste({**worlds, LESS_NOW: LIKED, "digitaal-media-entertainment": LIKED}, kinds),
    }
