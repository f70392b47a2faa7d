"""What a counsellor may send us here: a share code."""

from flask_wtf import FlaskForm
from wtforms import StringField
from wtforms.validators import Length

from quiz.web.pages.cleaning import plain_text

LONGEST_CODE = 100


class ShareCodeForm(FlaskForm):  # type: ignore[misc]
    """The code that a pupil reads aloud."""

    code = StringField(filters=[plain_text], validators=[Length(max=LONGEST_CODE)])
