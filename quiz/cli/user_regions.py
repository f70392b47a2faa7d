"""`quiz user regions`: which regions a coordinator looks after."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from quiz.domain.catalogue.files.findings import did_you_mean

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

COORDINATOR = "coordinator"


def checked_regions(session: "Session", regions: Sequence[str]) -> tuple[str, ...]:
    """The ids as the catalogue has them; one that it does not know is refused."""
    from quiz.domain.catalogue.files.load import load_catalogue
    from quiz.storage.catalogue_store import read_catalogue, stored_version

    if not regions:
        return ()
    stored = stored_version(session) is not None
    known = (read_catalogue(session) if stored else load_catalogue()).regions
    for region in regions:
        if region not in known:
            advice = did_you_mean(region, known) or f"Known: {', '.join(known)}."
            raise click.ClickException(f"the catalogue has no region {region!r}. {advice}")
    return tuple(sorted(set(regions)))


def require_regions(roles: Sequence[str], regions: Sequence[str]) -> None:
    """A coordinator looks after a region, and nobody else does."""
    if (COORDINATOR in roles) != bool(regions):
        raise click.ClickException("--role coordinator goes with one or more of --region ID")
