"""What each page of accounts shows, as plain values: the contract with its template."""

from dataclasses import dataclass

from quiz.blueprints.accounts.which_school import SchoolChoice
from quiz.web.pages.choices import Choice


@dataclass(frozen=True)
class SignInView:
    """The form to sign in: what was typed, the page to go on to, what is wrong."""

    email: str = ""
    onward: str = ""
    error: str = ""
    providers: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class SecondStepView:
    """The field for six digits."""

    onward: str
    error: str = ""


@dataclass(frozen=True)
class SchoolsView:
    """The schools at which somebody has an account with this password."""

    schools: tuple[SchoolChoice, ...]
    onward: str


@dataclass(frozen=True)
class LinkView:
    """Choosing a password: for whom, for a new account or an old one, and what is wrong."""

    email: str
    is_new: bool
    error: str = ""
    providers: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class LinkingView:
    """Whether to link: the provider's name, and the account here."""

    label: str
    email: str
    error: str = ""


@dataclass(frozen=True)
class SetupView:
    """Switching the second step on: a drawing for the phone, and the same as a key to type.

    Who has no password and cannot prove anything now signs in again with what is linked.
    """

    qr: str
    key: str
    password_error: str = ""
    code_error: str = ""
    is_first: bool = False
    has_password: bool = True
    can_prove: bool = True
    linked: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class RecoveryCodesView:
    """Ten codes, shown this once; `just_on`: the second step was switched on a moment ago."""

    codes: tuple[str, ...]
    email: str
    day: str
    just_on: bool


@dataclass(frozen=True)
class AccountView:
    """The own account; `can_prove`: the password can be typed, or the sign-on is new enough."""

    email: str
    school: str
    roles: tuple[str, ...]
    second_step: bool
    step_is_asked: bool = False
    codes_left: int = 0
    has_password: bool = True
    can_prove: bool = True
    step_elsewhere: bool = False
    linked: tuple[Choice, ...] = ()
    providers: tuple[Choice, ...] = ()
    error: str = ""
    saved: bool = False


@dataclass(frozen=True)
class InvitationRow:
    """A link that waits for its colleague: what it is for, who made it, until when it works."""

    id: int
    email: str
    what: str
    maker: str
    until: str


@dataclass(frozen=True)
class ColleagueRow:
    """One account in the list, or on its own page with the roles it may have."""

    id: int
    email: str
    roles: str
    choices: tuple[Choice, ...]
    active: bool
    second_step: bool
    step: str
    is_me: bool
    linked: tuple[str, ...] = ()
    link: InvitationRow | None = None


@dataclass(frozen=True)
class ColleaguesView:
    """All accounts of a school, its open invitations, and the form for another."""

    school: str
    rows: tuple[ColleagueRow, ...]
    invitations: tuple[InvitationRow, ...]
    choices: tuple[Choice, ...]
    asked: tuple[Choice, ...]
    saved: bool = False
    email: str = ""
    error: str = ""
    step_error: str = ""


@dataclass(frozen=True)
class TrailRow:
    """Who did what, when; `number` is that of the account, class or share."""

    moment: str
    who: str
    action: str
    number: str


@dataclass(frozen=True)
class TrailView:
    """A page of the trail; `older`: the line from which the next page goes on."""

    rows: tuple[TrailRow, ...]
    older: int | None
    is_newest: bool
