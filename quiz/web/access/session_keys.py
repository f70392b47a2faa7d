"""Everything that the session of a browser may hold: one signed cookie, for a pupil or for staff.

No name, no answer and no address stands in it. docs/privacy.md tells schools the same list, and a
test holds both to what is used. Flask adds `_permanent`: the cookie has an end.
"""

# In any browser.
LANGUAGE = "language"  # the one that was chosen
FORM_GUARD = "csrf_token"  # of Flask-WTF: a form comes from a page of ours
BROWSER = "browser"  # a random name under which wrong codes are counted
RENEWED = "renewed"  # when the cookie was last sent

# In the browser of a pupil.
TICKET = "ticket"  # the number that an attempt will have: a page sent twice starts once
ATTEMPT = "attempt"  # the number of the attempt
ATTEMPT_SESSION = "attempt_session"  # good while the attempt has the same number
ATTEMPT_SINCE = "attempt_since"  # when the pupil came in
KNOWN_CLASS = "known_class"  # the class code that was given rightly here
RETURN_CODE = "code"  # just after it was made, until the pupil goes on
SHARE_CODE = "share_code"  # the code to share that was made last
RENAMED = "renamed"  # the nickname was taken in the class: said until the pupil goes on
STOPPED = "stopped"  # the next page says goodbye
ERASED = "erased"  # the next page says that everything is gone

# In the browser of somebody of the staff.
ACCOUNT = "staff_account"  # the secret number of all sessions of the account
STAFF_SINCE = "staff_since"  # when they signed in
STAFF_SEEN = "staff_seen"  # when they last opened a page
STAFF_SESSION = "staff_session"  # the number of this session, which ends when they sign out
WAITING_ACCOUNT = "second_step"  # whose password was right, until the six digits
WAITING_SINCE = "second_step_since"  # when it was
PASSWORD_SET = "password_set"  # noqa: S105 - by a link: the next page says so
SCHOOL_CHOICE = "waiting_accounts"  # whose password was right, until a school is chosen
SCHOOL_CHOICE_SINCE = "which_school_since"  # when it was
NEW_SECRET = "new_second_step"  # noqa: S105 - for the phone, encrypted, until its digits were right
PROVEN = "school_account"  # came back from the school's provider, until the account is linked
ASKED = "asked"  # the number of the share that was asked for last

STEP_ELSEWHERE = "second_step_elsewhere"  # the school's provider asked one when they came in
SET_UP_FIRST = "set_up_first"  # the school asks a second step of them, and they have none yet

# All that says who of the staff is signed in.
SIGNED_IN = (
    *(ACCOUNT, STAFF_SINCE, STAFF_SEEN, STAFF_SESSION),
    *(STEP_ELSEWHERE, SET_UP_FIRST),
)
