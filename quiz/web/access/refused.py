"""Why somebody does not get in: each is answered in quiz/web/responses/errors.py."""


class NotSignedIn(Exception):
    """A page for staff, and nobody is signed in here."""


class NotAllowed(Exception):
    """Not for this person: the answer is as if the thing did not exist."""


class SetUpFirst(Exception):
    """The school asks a second step of who is signed in here, and they have none yet."""
