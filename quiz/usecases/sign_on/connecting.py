"""Connecting to a provider, no longer than there is time: the look-up of its name may hang.

A few may hang so; then nobody connects before one of them is done.
"""

from collections.abc import Callable

from quiz.usecases.hanging import MayHang, TooLate, TooMany
from quiz.usecases.sign_on.errors import ProviderAway

MOST_HANGING = 4  # in a process; two sign on at once (patience.py)
_connecting = MayHang("connect", MOST_HANGING)


def connect_within(
    seconds: float, connect: Callable[[], None], hang_up: Callable[[], None]
) -> None:
    """Connect, or leave it when the time is over: what is connected after that is hung up.

    Raises ProviderAway, or what `connect` raises.
    """
    try:
        _connecting.within(seconds, connect, hang_up)
    except TooMany:
        raise ProviderAway("names") from None
    except TooLate as problem:
        raise ProviderAway("slow") from problem
