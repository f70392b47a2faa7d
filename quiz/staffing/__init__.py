"""Use cases around staff accounts: who belongs to a school, one-time links, the audit trail."""

from quiz.staffing.audit import SESSION, Action, has_ended, record_action
from quiz.staffing.emails import InvalidEmail, plain_email
from quiz.staffing.links import (
    EmailTaken,
    ExpiredLink,
    Link,
    LinkProblem,
    UnknownLink,
    UsedLink,
    find_link,
    invite,
    new_password_link,
    set_password,
    use_link,
)
from quiz.staffing.people import (
    NewAccount,
    NoSuchColleague,
    colleague,
    colleagues,
    end_sessions,
    find_by_email,
    make_staff,
    roles_named,
    school_named,
)

__all__ = [
    "SESSION",
    "Action",
    "EmailTaken",
    "ExpiredLink",
    "InvalidEmail",
    "Link",
    "LinkProblem",
    "NewAccount",
    "NoSuchColleague",
    "UnknownLink",
    "UsedLink",
    "colleague",
    "colleagues",
    "end_sessions",
    "find_by_email",
    "find_link",
    "has_ended",
    "invite",
    "make_staff",
    "new_password_link",
    "plain_email",
    "record_action",
    "roles_named",
    "school_named",
    "set_password",
    "use_link",
]
