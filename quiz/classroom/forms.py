"""What a teacher may send us: a new class in four fields, and how many get in and for how long."""

from flask_wtf import FlaskForm
from wtforms import IntegerField, SelectField, StringField
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from quiz.attempts.schooling import ALL_YEARS, SCHOOL_TYPES
from quiz.config import FEWEST_HOURS, FEWEST_PLACES, MOST_HOURS, MOST_PLACES
from quiz.web.typed import plain_name, plain_text

LONGEST_NAME = 40
LONGEST_PLACE = 80


class RoomForm(FlaskForm):  # type: ignore[misc]
    """How many pupils get in, and for how many hours. What is left empty is as usual."""

    places = IntegerField(validators=[Optional(), NumberRange(FEWEST_PLACES, MOST_PLACES)])
    hours = IntegerField(validators=[Optional(), NumberRange(FEWEST_HOURS, MOST_HOURS)])


class ClassForm(RoomForm):
    """Name, school type, year and town of a class, and its room."""

    name = StringField(
        filters=[plain_name], validators=[InputRequired(), Length(min=1, max=LONGEST_NAME)]
    )
    school_type = SelectField(choices=list(SCHOOL_TYPES))
    year = SelectField(choices=["", *(str(year) for year in ALL_YEARS)])
    place = StringField(filters=[plain_text], validators=[Length(max=LONGEST_PLACE)])

    def chosen_year(self) -> int | None:
        """The year as a number, or None for a mixed group."""
        return int(self.year.data) if self.year.data else None
