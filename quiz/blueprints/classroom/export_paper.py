"""The class picture on paper and as a picture: what the templates of Typst only have to set."""

from collections.abc import Mapping, Sequence

from quiz.blueprints.classroom.export_files import Exported, Pictured
from quiz.blueprints.classroom.how_many import joined_and_done
from quiz.blueprints.classroom.suggestions import suggestions
from quiz.blueprints.classroom.view_models import PictureView
from quiz.results.step_models import StepCard, StepGroup
from quiz.usecases.class_pictures.picture import ClassPicture
from quiz.web.pages.languages import current_language
from quiz.web.pages.languages import translate as _
from quiz.web.responses.typesetting import name_on_paper
from quiz.web.runtime import services, texts

MOST_CARDS = 3


def paper(it: Exported) -> Mapping[str, object]:
    """Everything on the sheet, in the language of this visitor."""
    view = it.picture.view if it.picture else None
    content: dict[str, object] = {
        "language": current_language(),
        "kind": _("Klassenbeeld"),
        "title": _("Klassenbeeld van %(name)s", name=name_on_paper(it.shown)),
        "where": it.about,
        "counts": "" if view and not it.counts else _how_many(it),
        "picture": None,
        "none": _("Er is nog geen klassenbeeld gemaakt."),
        "foot": _foot(),
    }
    if it.picture and view:
        steps = suggestions(it.group, it.picture.frozen)
        content["picture"] = {**_words(view), **_tables(view), "steps": [_group(s) for s in steps]}
    return content


def planets(it: Exported, picture: Pictured) -> Mapping[str, object]:
    """The picture to put on a slide: planets in three groups, no order within one, no number."""
    frozen = picture.frozen
    groups = (
        (_("Springt eruit"), frozen.above, 3),
        (_("Trekt ongeveer als de andere werelden"), _between(frozen), 2),
        (_("Trekt nu minder dan de andere werelden"), frozen.below, 1),
    )
    return {
        "language": current_language(),
        "title": _("%(name)s: onze zeven werelden", name=name_on_paper(it.shown)),
        "headline": picture.view.headline,
        "groups": [
            {"title": title, "size": size, "worlds": _in_order(found)}
            for title, found, size in groups
            if found
        ],
        "foot": _foot(),
    }


def _between(picture: ClassPicture) -> Sequence[str]:
    marked = {*picture.above, *picture.below}
    return [world for world in services().bank.worlds if world not in marked]


def _in_order(found: Sequence[str]) -> list[Mapping[str, str]]:
    """The worlds in the order of the questions, which says nothing about the class."""
    names = texts().worlds
    every = services().bank.worlds
    return [{"id": each, "name": names[each].name} for each in every if each in found]


def _how_many(it: Exported) -> str:
    """How many of this class take part; of several classes only their picture says how many."""
    return joined_and_done(it.group.joined, it.group.finished)


def _foot() -> str:
    return _("Zeven Werelden. Een beeld van de klas als geheel, geen oordeel over een leerling.")


def _words(view: PictureView) -> Mapping[str, object]:
    return {
        "made": _(
            "Gemaakt op %(day)s, met %(pupils)s leerlingen.", day=view.made, pupils=view.pupils
        ),
        "headline": view.headline,
        "remarks": list(view.remarks),
        "with_counts": view.with_counts,
        "with_type_counts": view.with_type_counts,
        "about_counts": view.about_counts,
        "hidden": view.about_hidden if view.hides else "",
        "talk_title": _("Gespreksvragen"),
        "talk": list(view.talk),
    }


def _tables(view: PictureView) -> Mapping[str, object]:
    return {
        "worlds_title": _("De zeven werelden"),
        "worlds_text": _(
            "De stip is de klas als geheel, de streep laat zien hoe ver de leerlingen uit elkaar "
            "liggen. Het midden is voor elke leerling het eigen gemiddelde."
        ),
        "columns": [_("Wereld"), _("Deze wereld ..."), _("In de top drie")],
        "ends": [_("minder"), _("meer")],
        "worlds": [
            {
                "id": each.id,
                "name": each.name,
                "words": each.words,
                "reach": [each.low, each.middle, each.high],
                "count": each.count.words,
                "share": each.count.share,
            }
            for each in view.worlds
        ],
        "tech_title": _("Aanpak van techniek"),
        "tech_columns": [_("Aanpak"), _("Het sterkst bij")],
        "tech_ends": [_("niks"), _("super")],
        "tech_types": [
            {
                "name": each.name,
                "short": each.short,
                "level": each.level,
                "count": each.count.words,
                "share": each.count.share,
            }
            for each in view.tech_types
        ],
    }


def _group(group: StepGroup) -> Mapping[str, object]:
    return {
        "title": group.title,
        "text": group.text,
        "cards": [_card(each) for each in group.cards[:MOST_CARDS]],
    }


def _card(card: StepCard) -> Mapping[str, object]:
    """What a suggestion is, what it does, why it is here, and where to look."""
    return {
        "id": card.world_id,
        "name": card.name,
        "text": card.text,
        "reason": card.reason,
        "facts": "; ".join(card.facts),
        "link": card.link or "",
        "shown": _address(card.link or ""),
    }


def _address(link: str) -> str:
    """A website as people type it."""
    return link.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
