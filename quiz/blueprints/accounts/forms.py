"""What staff may send us here."""

from flask_wtf import FlaskForm
from wtforms import PasswordField, SelectMultipleField, StringField
from wtforms.validators import Length

from quiz.domain.text.names import plain_text
from quiz.storage.tables.staff import LONGEST_EMAIL
from quiz.usecases.staff.hashing import LONGEST_PASSWORD, SHORTEST_PASSWORD

# Roles that have pages; another joins when its room exists.
OFFERED_ROLES = ("teacher", "counsellor", "admin")
LONGEST_ADDRESS = 500
LONGEST_LIST = 40_000


class SignInForm(FlaskForm):  # type: ignore[misc]
    """Address, password, and the page to go on to."""

    email = StringField(filters=[plain_text], validators=[Length(max=LONGEST_EMAIL)])
    password = PasswordField(validators=[Length(max=LONGEST_PASSWORD)])
    verder = StringField(filters=[plain_text], validators=[Length(max=LONGEST_ADDRESS)])


class SecondStepForm(FlaskForm):  # type: ignore[misc]
    """Six digits from the app on a phone."""

    code = StringField(filters=[plain_text], validators=[Length(max=20)])
    verder = StringField(filters=[plain_text], validators=[Length(max=LONGEST_ADDRESS)])

    def digits(self) -> str:
        """The code without the spaces that apps show."""
        return "".join((self.code.data or "").split())


class SetUpForm(SecondStepForm):
    """The first digits of a new second step, and the present password."""

    present = PasswordField(validators=[Length(max=LONGEST_PASSWORD)])


class NewPasswordForm(FlaskForm):  # type: ignore[misc]
    """A new password; on the account page also the present one."""

    present = PasswordField(validators=[Length(max=LONGEST_PASSWORD)])
    password = PasswordField(validators=[Length(min=SHORTEST_PASSWORD, max=LONGEST_PASSWORD)])


class InviteForm(FlaskForm):  # type: ignore[misc]
    """The address of a colleague and what they will do here."""

    email = StringField(filters=[plain_text], validators=[Length(min=3, max=LONGEST_EMAIL)])
    roles = SelectMultipleField(choices=list(OFFERED_ROLES), validators=[Length(min=1)])


class InviteManyForm(FlaskForm):  # type: ignore[misc]
    """A pasted list, which is read line by line, and what they do of whom it does not say so."""

    people = StringField(validators=[Length(max=LONGEST_LIST)])
    roles = SelectMultipleField(choices=list(OFFERED_ROLES))


class RolesForm(FlaskForm):  # type: ignore[misc]
    """What a colleague does here from now on."""

    roles = SelectMultipleField(choices=list(OFFERED_ROLES), validators=[Length(min=1)])
