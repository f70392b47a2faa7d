"""One item of an agenda, with something in every column."""

from datetime import datetime

from quiz.storage.tables.agenda import AgendaItem


def agenda_item(now: datetime) -> AgendaItem:
    """Removed again."""
    return AgendaItem(
        id=1,
        region_id="foodvalley",
        title_nl="Open dag",
        title_en="Open day",
        text_nl="Kom kijken.",
        text_en="Come and look.",
        day=now.date(),
        last_day=now.date(),
        begins="10:00",
        ends="12:00",
        place="Ede",
        audience=["havo"],
        worlds=["hitech-science"],
        link="https://voorbeeld.example",
        published=True,
        revision=1,
        changed_at=now,
        removed_at=now,
    )
