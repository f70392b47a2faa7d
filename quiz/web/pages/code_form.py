"""The field for a code that is typed: of a class, to return, or of a pupil who shares."""

from flask_wtf import FlaskForm
from wtforms import StringField
from wtforms.validators import Length

from quiz.domain.text.names import plain_text

LONGEST_CODE = 100
LONGEST_ECHO = 20


class CodeForm(FlaskForm):  # type: ignore[misc]
    """One field."""

    code = StringField(filters=[plain_text], validators=[Length(max=LONGEST_CODE)])
