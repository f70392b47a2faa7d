"""The fields for school type, year and town, as they are sent: as meant, or refused."""

from flask_wtf import FlaskForm
from wtforms import SelectField, StringField, ValidationError
from wtforms.validators import Length

from quiz.domain.text.names import plain_line
from quiz.usecases.attempts.schooling import ALL_YEARS, SCHOOL_TYPES, ImpossibleYear, Schooling
from quiz.web.pages.schooling import impossible_year

LONGEST_PLACE = 80


class SchoolingForm(FlaskForm):  # type: ignore[misc]
    """School type, the year or nothing, and a town or nothing.

    A year that this school does not have is refused.
    """

    school_type = SelectField(choices=list(SCHOOL_TYPES))
    year = SelectField(choices=["", *(str(year) for year in ALL_YEARS)])
    place = StringField(filters=[plain_line], validators=[Length(max=LONGEST_PLACE)])

    def validate_year(self, _field: SelectField) -> None:
        """Refuse a year that exists, but not at this school."""
        if self._both_exist():
            try:
                self.schooling()
            except ImpossibleYear as problem:
                raise ValidationError(str(problem)) from problem

    def chosen_year(self) -> int | None:
        """The year as a number, or None where it was left open."""
        return int(self.year.data) if self.year.data else None

    def schooling(self) -> Schooling:
        """What was chosen. Raises ImpossibleYear."""
        return Schooling(self.school_type.data, self.chosen_year())

    def year_words(self, otherwise: str) -> str:
        """What is wrong with the year; `otherwise` where there is no such year at all."""
        year = self.chosen_year() if self._both_exist() else None
        return otherwise if year is None else impossible_year(self.school_type.data, year)

    def _both_exist(self) -> bool:
        return self.school_type.data in SCHOOL_TYPES and self.year.data in self.year.choices
