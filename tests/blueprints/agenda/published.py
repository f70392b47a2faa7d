"""Something in the agenda of a region, as its coordinator published it."""

from datetime import date
from typing import Any

from quiz.usecases.agenda import ItemDraft, add_item, item_of, publish
from quiz.usecases.services import Services

REGION = "foodvalley"


def put(services: Services, day: date, **values: Any) -> int:
    """A published item."""
    parts: dict[str, Any] = {
        "region_id": REGION,
        "title_nl": "Open avond",
        "title_en": "Open evening",
        "text_nl": "Kom kijken.",
        "text_en": "Come and look.",
        "day": day,
        "last_day": day,
        "begins": "19:00",
        "ends": "21:30",
        "place": "Technolab, Ede",
        "audience": ("havo",),
        "worlds": ("hitech-science",),
        "link": "https://technolab.example/?a=1&b=2",
    }
    draft = ItemDraft(**{**parts, **values})
    with services.database.writing() as session:
        number = add_item(session, draft, services.clock())
        publish(session, item_of(session, number, {draft.region_id}), services.clock(), shown=True)
    return number
