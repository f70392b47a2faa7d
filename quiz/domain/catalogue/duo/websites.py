"""Addresses of sites as DUO writes them (www.school.nl), as the catalogue wants them."""

from urllib.parse import urlsplit

from quiz.domain.catalogue.files import cells
from quiz.domain.catalogue.files.findings import BadCell
from quiz.domain.catalogue.named_sources import host_of


def page(text: str) -> str:
    """A whole address; empty when it is none that we would send a pupil to."""
    address = text.strip()
    if not address:
        return ""
    if "://" not in address:
        address = f"https://{address}"
    try:
        cells.URL.admit(address)
        return str(cells.URL.read(address))
    except BadCell:
        return ""


def site(text: str) -> str:
    """The front page of a site."""
    address = page(text)
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc.lower()}" if address else ""


def host(text: str) -> str:
    """The name of a site without www; empty when there is none."""
    return host_of(page(text))


def hosts(text: str) -> set[str]:
    """The name of a site, and of the sites that it is a part of: mbo.school.nl and school.nl."""
    parts = host(text).split(".")
    return {".".join(parts[start:]) for start in range(len(parts) - 1)}
