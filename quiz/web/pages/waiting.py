"""How long somebody still has to wait, in words: the same time that Retry-After tells machines."""

from math import ceil

from quiz.web.pages.languages import translate as _

MINUTE = 60


def how_long(seconds: int) -> str:
    """The minutes until it goes on, never fewer than it takes."""
    minutes = ceil(seconds / MINUTE)
    usual = {
        1: _("één minuut"),
        10: _("tien minuten"),
        15: _("een kwartier"),
        30: _("een half uur"),
        60: _("een uur"),
    }
    return usual.get(minutes) or _("%(minutes)s minuten", minutes=minutes)
