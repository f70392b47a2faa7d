"""What a pupil's zooming in told comes back in a talk: on the page, in a question, on paper."""

from quiz.domain.bank.texts import load_texts
from quiz.storage.tables.staff import Staff
from quiz.usecases.attempts.answers import Given
from quiz.usecases.attempts.finish import load_result
from quiz.usecases.attempts.zooming import save_zoom_answers
from quiz.usecases.services import Services
from tests.blueprints.counsellor.samples import sample_pupil
from tests.blueprints.counsellor.talk_reading import LONG, open_page, whys
from tests.pdf_reading import Pdf
from tests.reading import read
from tests.visitor import Visitor


def test_what_stood_out_is_read_asked_about_and_printed(
    services: Services, talking: Visitor, decaan: Staff
) -> None:
    pupil = sample_pupil(services, "clear")
    bank, words = services.bank, load_texts("nl")
    profile = read(services, load_result, pupil)[1].profile
    assert profile is not None
    world = profile.worlds[0]
    first = bank.zoom_of(world)[0]
    tag = bank.zoom[first].tag
    given = [Given(name, 5 if bank.zoom[name].tag == tag else 1) for name in bank.zoom_of(world)]
    before = open_page(services, talking, decaan, pupil, LONG)
    assert words.zoom_items[first] not in before.text
    save_zoom_answers(services, pupil, given)
    after = open_page(services, talking, decaan, pupil, LONG)
    told = words.results["zoom.one"].format(first=words.tags[tag])
    assert told in after.text
    assert words.zoom_items[first] in after.text
    assert f"Je zoomde in op “{words.worlds[world].name}”" in " ".join(whys(after))
    paper = Pdf(talking.client.get(f"{after.path}.pdf?minuten=25").data)
    assert told in " ".join(paper.text.split())
