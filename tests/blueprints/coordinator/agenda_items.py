"""Items of an agenda, typed by a coordinator in the browser."""

from datetime import timedelta

from quiz.usecases.agenda import ItemDraft, add_item, item_of, publish
from quiz.usecases.services import Services
from tests.visitor import Page, Visitor

TITLE = "Open avond Technolab"


def typed(services: Services, **fields: object) -> dict[str, object]:
    """A whole form about something in a week."""
    day = services.today() + timedelta(days=7)
    return {
        "title_nl": TITLE,
        "title_en": "Open evening Technolab",
        "text_nl": "Kijk rond, en bouw zelf een robotarm.",
        "text_en": "Look around, and build a robot arm.",
        "day": day.isoformat(),
        "begins": "19:00",
        "ends": "21:30",
        "last_day": "",
        "place": "Technolab, Ede",
        "link": "https://technolab.example/avond",
        "revision": "0",
        **fields,
    }


def write(visitor: Visitor, services: Services, **fields: object) -> Page:
    """A new draft; the page that follows."""
    token = visitor.get("/regio/agenda/nieuw").form.values["csrf_token"]
    sent = {**typed(services, **fields), "csrf_token": token}
    return visitor.post("/regio/agenda/nieuw", sent)


def press(visitor: Visitor, number: int, action: str) -> Page:
    """One of the buttons of an item."""
    token = visitor.get("/regio/agenda/nieuw").form.values["csrf_token"]
    data = {"action": action, "csrf_token": token}
    return visitor.post(f"/regio/agenda/{number}/stand", data)


def put_item(services: Services) -> int:
    """Something that is published in FoodValley, today."""
    day = services.today()
    draft = ItemDraft(
        *("foodvalley", "Open dag", "Open day", "", "", day, day, "", "", "Ede", (), (), "")
    )
    with services.database.writing() as session:
        number = add_item(session, draft, services.clock())
        publish(session, item_of(session, number, ["foodvalley"]), services.clock(), shown=True)
    return number
