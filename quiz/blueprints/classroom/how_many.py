"""How many pupils take part and are done, in sentences that are right for none and one as well."""

from quiz.web.pages.languages import translate as _


def taking_part(joined: int, size: int | None = None) -> str:
    """In the bar of a class: "4 doen mee"; of a class whose size is known "4 van 26 doen mee"."""
    values = {"joined": joined, "size": size}
    if joined == 1:
        return _("1 van %(size)s doet mee", **values) if size else _("1 doet mee")
    if size:
        return _("%(joined)s van %(size)s doen mee", **values)
    return _("%(joined)s doen mee", **values)


def joined_and_done(joined: int, finished: int) -> str:
    """In a sentence: how many take part, and how many of them are done."""
    if not joined:
        return _("Er doet nog niemand mee.")
    if joined == 1 and finished:
        return _("Eén leerling doet mee, en is klaar.")
    if joined == 1:
        return _("Eén leerling doet mee, en is nog niet klaar.")
    if finished == 1:
        return _("%(joined)s leerlingen doen mee, één is klaar.", joined=joined)
    return _(
        "%(joined)s leerlingen doen mee, %(finished)s zijn klaar.",
        joined=joined,
        finished=finished,
    )


def done(finished: int) -> str:
    """In a sentence: how many are done."""
    if not finished:
        return _("Er is nog niemand klaar.")
    if finished == 1:
        return _("Er is één leerling klaar.")
    return _("Er zijn %(finished)s leerlingen klaar.", finished=finished)
