"""Where a card leads: the institution's own page, open days, and the national site."""

from quiz.domain.catalogue.bookmarked import KeptRow
from quiz.domain.catalogue.matching.suggestion import Suggestion
from quiz.domain.catalogue.named_sources import host_of
from quiz.domain.catalogue.national_sites import national_site
from quiz.results.step_models import OutLink
from quiz.web.pages.languages import translate as _
from quiz.web.pages.sources import readable


def card_links(found: Suggestion) -> tuple[OutLink, ...]:
    """The links of a card, the best one first; none for a profile without a school near home."""
    links = _programme(found) if found.level else _organisation(found)
    return tuple(link for link in links if link.url)


def row_link(row: KeptRow) -> str:
    """The one link of a kept row: its own page, the national site, or where we read about it."""
    site = national_site(row.level, row.name_nl)
    if site:
        return readable(row.link) or site.url
    return readable(row.link) or ("" if row.level else readable(row.source_url))


def _programme(found: Suggestion) -> list[OutLink]:
    links = []
    if found.venues:
        venue = found.venues[0]
        links = [
            OutLink(
                _("Bekijk bij %(name)s", name=venue.institution),
                readable(venue.page),
                venue.institution,
            ),
            OutLink(_("Open dagen"), readable(venue.open_days)),
        ]
    site = national_site(found.level, found.name_nl)
    if site:
        text = _("Zoek op %(site)s", site=site.name)
        links.append(OutLink(text, site.url, for_all=site.whole))
    return links


def _organisation(found: Suggestion) -> list[OutLink]:
    """Its own site, else the page where we read about it."""
    own, told = readable(found.website), readable(found.source_url)
    if own:
        return [OutLink(_("Naar de site"), own)]
    return [OutLink(_("Lees erover op %(site)s", site=host_of(told)), told)]
