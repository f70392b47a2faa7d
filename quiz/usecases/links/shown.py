"""Which links pupils may see, of the whole catalogue or of one region."""

from collections.abc import Mapping

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.files.bounds import ADDRESS
from quiz.domain.catalogue.upkeep.links import addresses_of
from quiz.domain.catalogue.upkeep.region_rows import KEPT, key_of, region_of_row


def shown_links(catalogue: Catalogue, region: str = "") -> Mapping[str, str]:
    """Each address once, with the first row in which it stands."""
    found: dict[str, str] = {}
    for table in KEPT:
        for row in catalogue.rows[table.file]:
            hidden = not row.source_url or not getattr(row, "for_pupils", True)
            if hidden or (region and region_of_row(catalogue, row) != region):
                continue
            for _column, address in addresses_of(row):
                if len(address) <= ADDRESS:
                    found.setdefault(address, f"{table.file}, {key_of(table, row)}")
    return found
