"""What a class picture says in words: the one place for page, board, CSV, XLSX and PDF.

"More" and "less" are always beside the other worlds of the same pupils: 0 is each pupil's own mean.
"""

from collections.abc import Iterator

from quiz.usecases.class_pictures.picture import ClassPicture
from quiz.web.pages.figures import world_names
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import texts


def world_name(world: str) -> str:
    """What a world is called."""
    return texts().worlds[world].name


def how_it_draws(picture: ClassPicture, world: str) -> str:
    """How a world draws this class, beside the other worlds."""
    if world in picture.above:
        return _("springt eruit")
    if world in picture.below:
        return _("trekt nu minder dan de andere werelden")
    return _("trekt ongeveer als de andere werelden")


def remarks(picture: ClassPicture) -> Iterator[str]:
    """What stands out, in sentences."""
    if picture.above:
        yield _("Springt eruit: %(worlds)s.", worlds=world_names(picture.above))
    if picture.below:
        names = world_names(picture.below)
        yield _("Trekt nu minder dan de andere werelden: %(worlds)s.", worlds=names)
    if not picture.above and not picture.below:
        yield _("Alle zeven werelden trekken deze groep ongeveer even veel.")
    yield _("Kleine verschillen zeggen niets: die kunnen morgen andersom zijn.")


def place_of(picture: ClassPicture, world: str) -> int:
    """The place of a world, from 1; equal figures share one, where the same words are said."""
    said = {
        each.world: (each.interest, each.world in picture.above, each.world in picture.below)
        for each in picture.worlds
    }
    return 1 + list(said.values()).index(said[world])


def count_in_words(count: int | None, pupils: int) -> str:
    """A count out of all pupils; one that is not shown says so."""
    if count is None:
        return _("niet getoond")
    return _("%(count)s van de %(pupils)s", count=count, pupils=pupils)


def about_counts() -> str:
    """Why a world may be in many a top three and not stand out."""
    return _("Een wereld kan bij velen in de top drie staan zonder er als geheel uit te springen.")


def about_hidden() -> str:
    """Why a count is not shown."""
    return _(
        "Niet getoond: met dit aantal, of met dit en een ander aantal samen, zou je een leerling "
        "kunnen aanwijzen."
    )


def about_figures() -> str:
    """What the figures of worlds mean."""
    return _(
        "0 is het eigen gemiddelde van elke leerling: wie alles leuk vindt, staat dus ook op 0. "
        "Een plus trekt meer dan de andere werelden, een min trekt minder. De spreiding zegt hoe "
        "ver de leerlingen uit elkaar liggen: ongeveer twee op de drie liggen daarbinnen."
    )
