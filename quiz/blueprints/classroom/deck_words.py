"""The sentences of the class picture on the board: for pupils, so short, and never about one."""

from quiz.blueprints.classroom.deck import Revealed, big_numbers, many_worlds
from quiz.blueprints.classroom.deck_view_models import NumberLine, Numbers, Planet
from quiz.blueprints.classroom.picture_words import world_name
from quiz.usecases.class_pictures.picture import FULL, ClassPicture
from quiz.web.pages.figures import world_names
from quiz.web.pages.languages import translate as _


def sentence_of(found: Revealed) -> str:
    """What the picture says, in one line."""
    if not found.above:
        return _("Jullie kijken alle kanten op")
    names = world_names(found.above)
    if len(found.above) == 1:
        return _("%(world)s springt eruit", world=names)
    return _("%(worlds)s springen eruit", worlds=names)


def words_of_less(found: Revealed) -> str:
    """In a class that looks every way: what attracts it less now, or nothing."""
    if found.above or not found.below:
        return ""
    return _("Trekt nu minder: %(worlds)s.", worlds=world_names(found.below))


def numbers_of(picture: ClassPicture) -> Numbers:
    """The numbers that may be shown, in words; or what everybody can look at for themselves."""
    lines = (*_of_worlds(picture), *_of_many(picture))
    if lines:
        return Numbers(lines, "", "")
    if picture.level == FULL:
        why = _("Aantallen staan hier niet: met sommige zou je een leerling kunnen aanwijzen.")
    else:
        why = _("Bij deze groep tonen we geen aantallen, zodat je niemand kunt aanwijzen.")
    look = _(
        "Kijk in je eigen sterrenhemel. Welke wereld staat bij jou voorop? Je hoeft het niet te "
        "zeggen."
    )
    return Numbers((), look, why)


def _of_worlds(picture: ClassPicture) -> tuple[NumberLine, ...]:
    found = big_numbers(picture)
    return tuple(
        NumberLine(
            each.count,
            _words(each.world, picture.pupils, stands_out=each.stands_out),
            Planet(each.world, world_name(each.world)),
        )
        for each in found
    )


def _words(world: str, pupils: int, *, stands_out: bool) -> str:
    name = world_names([world])
    if stands_out:
        return _("van de %(pupils)s hebben %(world)s in hun top drie", pupils=pupils, world=name)
    return _(
        "van de %(pupils)s hebben %(world)s in hun top drie, al springt die wereld er niet uit",
        pupils=pupils,
        world=name,
    )


def _of_many(picture: ClassPicture) -> tuple[NumberLine, ...]:
    found = many_worlds(picture)
    if found is None:
        return ()
    every = len(picture.worlds)
    liked = _(
        "van de %(every)s werelden staan elk bij een flinke groep in de top drie", every=every
    )
    least = _(
        "van de %(pupils)s leerlingen, of meer: zo groot is elke groep", pupils=picture.pupils
    )
    return NumberLine(found.worlds, liked), NumberLine(found.least, least)
