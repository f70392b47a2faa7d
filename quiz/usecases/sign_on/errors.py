"""Why signing in with a school account did not work. Each has a page of its own.

None says anything about who it was: what the provider told us goes no further than here.
"""


class SignOnProblem(Exception):
    """The base; `why` is a word of ours for the log."""

    def __init__(self, why: str = "") -> None:
        super().__init__(why)
        self.why = why


class ProviderAway(SignOnProblem):
    """The provider does not answer, answers too slowly, or has trouble of its own."""


class ProviderBusy(SignOnProblem):
    """Others are signing in at this moment, or the provider failed a moment ago: not now."""


class SaidNo(SignOnProblem):
    """At the provider somebody said no, or did not finish."""


class StartOver(SignOnProblem):
    """The sign-on was not begun in this browser, took too long, or was used before."""


class Untrusted(SignOnProblem):
    """The answer may not be the provider's, or is not meant for us."""


class ClockDiffers(SignOnProblem):
    """By our clock the answer is of another moment."""


class KeyRefused(SignOnProblem):
    """The provider does not know us any more: our secret there has ended, or is another one."""


class NotOfStaff(SignOnProblem):
    """Not somebody who works at a school, by what the provider says."""


class OtherSchool(SignOnProblem):
    """Of a school that does not sign in here this way."""
