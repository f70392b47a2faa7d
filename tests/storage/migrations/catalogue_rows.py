"""One row for every table of the catalogue, written by the models of today."""

from datetime import UTC, datetime

from quiz.storage.tables.base import Record
from quiz.storage.tables.catalogue import (
    CatalogueChange,
    CatalogueDraft,
    CatalogueRow,
    CatalogueVersion,
)

NOW = datetime(2026, 9, 1, 8, 30, tzinfo=UTC)


def catalogue_rows() -> list[Record]:
    """A row with its change, the version, and a list that somebody sent."""
    return [
        CatalogueRow(
            file="events.csv",
            key="dag",
            position=1,
            cells={"id": "dag"},
            origin="seed",
            changed_at=NOW,
        ),
        CatalogueVersion(id=1, number=1),
        CatalogueChange(
            version=1,
            file="events.csv",
            key="dag",
            region_id="foodvalley",
            kind="changed",
            moment=NOW,
            staff_id=1,
            cells_before={"id": "dag"},
            origin_before="seed",
            cells_after={"id": "dag"},
            origin_after="edited",
        ),
        CatalogueDraft(
            id=1,
            staff_id=1,
            file="events.csv",
            name="lijst.csv",
            made_at=NOW,
            mapping=["name"],
            content={"columns": ["naam"], "rows": [[2, ["Dag"]]], "broken": []},
        ),
    ]
