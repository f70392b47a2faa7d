"""What a teacher may send us: a new class in four fields."""

from flask_wtf import FlaskForm
from wtforms import SelectField, StringField
from wtforms.validators import InputRequired, Length

from quiz.attempts.schooling import ALL_YEARS, SCHOOL_TYPES
from quiz.web.typed import plain_name, plain_text

LONGEST_NAME = 40
LONGEST_PLACE = 80


class ClassForm(FlaskForm):  # type: ignore[misc]
    """Name, school type, year and town of a class."""

    name = StringField(
        filters=[plain_name], validators=[InputRequired(), Length(min=1, max=LONGEST_NAME)]
    )
    school_type = SelectField(choices=list(SCHOOL_TYPES))
    year = SelectField(choices=["", *(str(year) for year in ALL_YEARS)])
    place = StringField(filters=[plain_text], validators=[Length(max=LONGEST_PLACE)])

    def chosen_year(self) -> int | None:
        """The year as a number, or None for a mixed group."""
        return int(self.year.data) if self.year.data else None
