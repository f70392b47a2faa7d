"""Three invented pupils to talk with: a clear, a broad and a contradictory result."""

from collections.abc import Callable, Mapping

from quiz.domain.bank.schema import Item
from quiz.storage.identifiers import new_attempt_id
from quiz.storage.tables.attempt import Attempt
from quiz.usecases.attempts.answers import Given
from quiz.usecases.attempts.bookmarks import KeptStep, keep_step
from quiz.usecases.attempts.progress import save_answers, save_own_world
from quiz.usecases.attempts.start import NewAttempt, start_attempt
from quiz.usecases.attempts.state import load_state
from quiz.usecases.attempts.steps import BLOCK, OWN_WORLD, RESULT, next_step
from quiz.usecases.services import Services

Taste = Callable[[Item], int]
EDE = "GM0228"
EVENT = "event/technodiscovery-foodvalley-ede"


def _clear(item: Item) -> int:
    """Science and robots, and nothing far from it."""
    likes = {"hitech-science": 5, "digitaal-media-entertainment": 3, "energie-water-veiligheid": 3}
    return likes.get(item.world, 2 if item.facet != "people" else 1)


def _broad(item: Item) -> int:
    """A lot is nice, in every world alike."""
    return {"people": 4, "things": 3, "ideas": 5}[item.facet]


def _contradictory(item: Item) -> int:
    """Loves things, not so much people, and yet would choose the world of health."""
    by_facet = {"things": 4, "people": 1, "ideas": 3}
    if item.world == "energie-water-veiligheid":
        by_facet = {"things": 5, "people": 2, "ideas": 5}
    if item.world == "mens-gezondheid":
        by_facet = {"things": 3, "people": 1, "ideas": 2}
    return by_facet[item.facet]


SAMPLES: Mapping[str, tuple[Taste, str, tuple[int, ...]]] = {
    "clear": (_clear, "hitech-science", (5, 3, 2, 2, 3)),
    "broad": (_broad, "onbekend", (4, 4, 4, 4, 4)),
    "contradictory": (_contradictory, "mens-gezondheid", (2, 3, 3, 2, 5)),
}


FIRST_NUMBERS = {
    "clear": 117786815044514500,
    "broad": 117786815044514507,
    "contradictory": 117786815044514508,
}


HAVO_3 = ("havo", 3)


def sample_pupil(
    services: Services,
    name: str,
    class_code: str | None = None,
    schooling: tuple[str, int | None] = HAVO_3,
    place: str = EDE,
) -> int:
    """A pupil with this result; the number of the attempt."""
    ticket = _ticket(services, name)
    start_attempt(services, NewAttempt(ticket, *schooling, place, "nl", class_code))
    answer_as(services, ticket, name)
    return ticket


def answer_as(services: Services, attempt_id: int, name: str) -> None:
    """Answer everything that is asked as the sample of this name does."""
    _walk(services, attempt_id, *SAMPLES[name])


def _ticket(services: Services, name: str) -> int:
    """Always the same number for the first of a kind: the question by chance follows from it."""
    number = FIRST_NUMBERS[name]
    with services.database.reading() as session:
        taken = session.get(Attempt, number) is not None
    return new_attempt_id(services.clock()) if taken else number


def keep(services: Services, attempt_id: int, *keys: str) -> None:
    """Keep these cards with a star."""
    for key in keys:
        keep_step(services, attempt_id, KeptStep(*key.split("/", 1)))


def _walk(
    services: Services, ticket: int, taste: Taste, own_world: str, tech_types: tuple[int, ...]
) -> None:
    while True:
        with services.database.reading() as session:
            state = load_state(session.connection(), ticket)
        step = next_step(state, services.bank)
        if step.kind == RESULT:
            return
        if step.kind == OWN_WORLD:
            save_own_world(services, ticket, own_world)
        elif step.kind == BLOCK:
            asked = state.blocks[step.block]
            save_answers(services, ticket, [Given(q, taste(services.bank.items[q])) for q in asked])
        else:
            pairs = zip(services.bank.tech_items, tech_types, strict=True)
            save_answers(services, ticket, [Given(*pair) for pair in pairs])
