"""What every file of a class is made from: a frozen picture and two counts, never one pupil."""

from dataclasses import dataclass
from datetime import date

from quiz.blueprints.classroom.classes import OwnClass
from quiz.blueprints.classroom.pages import class_line, place_name
from quiz.blueprints.classroom.picture_page import picture_view
from quiz.blueprints.classroom.view_models import PictureView
from quiz.blueprints.classroom.which_picture import picture_asked_for
from quiz.config.school_time import day_of
from quiz.domain.text.file_names import file_name
from quiz.usecases.class_pictures.picture import ClassPicture
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import services


@dataclass(frozen=True)
class Pictured:
    """A picture as it is frozen, and in words."""

    frozen: ClassPicture
    view: PictureView

    @property
    def day(self) -> date:
        """The day on which it was made, as the school lives it."""
        return day_of(self.frozen.made_at, services().zone)


@dataclass(frozen=True)
class Exported:
    """A class with the picture that somebody asks for; `about` is its type, year and town."""

    group: OwnClass
    about: str
    picture: Pictured | None

    @property
    def shown(self) -> str:
        """Whose picture it is: this class, with those that are shown with it."""
        return self.picture.view.shown if self.picture else self.group.name

    @property
    def title(self) -> str:
        """What a file is about, as its heading."""
        if self.picture is None:
            return _("Klas %(name)s", name=self.shown)
        return _("Klassenbeeld van %(name)s", name=self.shown)

    @property
    def counts(self) -> bool:
        """Whether the counts of now say something beside a picture.

        Of several classes only their picture says how many; and pupils leave with the school year.
        """
        return self.group.joined > 0 and not (self.picture and self.picture.view.together)

    def name(self, ending: str, *after: str) -> str:
        """What a file is called: what, whose, of which day."""
        if self.picture is None:
            return file_name(ending, _("Klas"), self.shown, services().today().isoformat())
        number = self.picture.frozen.number
        again = (_("beeld %(number)s", number=number),) if number > 1 else ()
        day = self.picture.day.isoformat()
        return file_name(ending, _("Klassenbeeld"), self.shown, day, *again, *after)


def exported(group: OwnClass) -> Exported:
    """A class as its files show it."""
    found = picture_asked_for(group)
    about = ", ".join(part for part in (class_line(group).who, place_name(group)) if part)
    pictured = None if found is None else Pictured(found, picture_view(group, found))
    return Exported(group, about, pictured)
