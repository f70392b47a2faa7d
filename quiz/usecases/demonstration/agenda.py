"""Two invented things in the agenda of the invented coordinator."""

from datetime import timedelta

from quiz.config.school_time import day_of, now
from quiz.storage.database import Database
from quiz.usecases.agenda import ItemDraft, add_item, coming_items, item_of, publish
from quiz.usecases.demonstration.school import COORDINATOR, REGIONS

(REGION,) = REGIONS[COORDINATOR]
# Title, text (nl, en), in how many days, times, place, school types, worlds.
_ITEMS = (
    (
        ("Open avond Technolab (verzonnen)", "Open evening Technolab (invented)"),
        ("Kijk rond en bouw zelf een robotarm.", "Look around and build a robot arm."),
        (12, "19:00", "21:00"),
        "Technolab De Planeet, Ede",
        (),
        ("hitech-science", "ontwerp-productie-wereldhandel"),
    ),
    (
        ("Doe-dag voeding en groen (verzonnen)", "Food and green day (invented)"),
        ("Maak sap en meet wat een plant drinkt.", "Make juice, measure what a plant drinks."),
        (26, "", ""),
        "Kas De Planeet, Wageningen",
        ("vmbo-bb", "vmbo-kb", "vmbo-gl-tl"),
        ("voeding-natuur",),
    ),
)


def demonstration_agenda(database: Database) -> None:
    """Put the items into the agenda, unless what was put there before is still to come."""
    moment = now()
    today = day_of(moment)
    with database.writing() as session:
        if coming_items(session, [REGION], today):
            return
        for (title_nl, title_en), (text_nl, text_en), (days, begins, ends), *where in _ITEMS:
            place, audience, worlds = where
            day = today + timedelta(days=days)
            draft = ItemDraft(
                region_id=REGION,
                title_nl=title_nl,
                title_en=title_en,
                text_nl=text_nl,
                text_en=text_en,
                day=day,
                last_day=day,
                begins=begins,
                ends=ends,
                place=str(place),
                audience=tuple(audience),
                worlds=tuple(worlds),
                link="",
            )
            number = add_item(session, draft, moment)
            publish(session, item_of(session, number, (REGION,)), moment, shown=True)
