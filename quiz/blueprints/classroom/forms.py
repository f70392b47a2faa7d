"""What a teacher may send us: a class in four fields, and how many get in and for how long."""

from flask_wtf import FlaskForm
from wtforms import IntegerField, StringField
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from quiz.config import FEWEST_HOURS, FEWEST_PLACES, MOST_HOURS, MOST_PLACES
from quiz.domain.text.names import plain_name
from quiz.usecases.classes.lesson_time import LARGEST_CLASS
from quiz.web.pages.schooling_form import SchoolingForm

LONGEST_NAME = 40


class RoomForm(FlaskForm):  # type: ignore[misc]
    """How many pupils get in, and for how many hours. What is left empty is as usual."""

    places = IntegerField(validators=[Optional(), NumberRange(FEWEST_PLACES, MOST_PLACES)])
    hours = IntegerField(validators=[Optional(), NumberRange(FEWEST_HOURS, MOST_HOURS)])


class SizeForm(FlaskForm):  # type: ignore[misc]
    """How many pupils a class has at school; empty when the teacher does not say."""

    size = IntegerField(validators=[Optional(), NumberRange(1, LARGEST_CLASS)])


class NameForm(FlaskForm):  # type: ignore[misc]
    """What a class is called."""

    name = StringField(
        filters=[plain_name], validators=[InputRequired(), Length(min=1, max=LONGEST_NAME)]
    )


class ChangeForm(SchoolingForm, NameForm):
    """Name, school type, year and town of a class."""


class ClassForm(RoomForm, ChangeForm):
    """The same for a new class, and its room."""
