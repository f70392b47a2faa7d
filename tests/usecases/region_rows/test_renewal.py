"""What is read of a change is the whole catalogue, whatever was done and in whatever order."""

from pathlib import Path
from random import Random

import pytest

from quiz.storage.catalogue_renewal import renewed
from quiz.storage.catalogue_rows import CatalogueAt
from quiz.storage.catalogue_store import read_catalogue, stored_version
from quiz.storage.tables.catalogue import CatalogueRow
from quiz.storage.tables.staff import Staff
from quiz.usecases.region_rows.changing import change_row
from quiz.usecases.services import Services
from quiz.web.live_catalogue import LiveCatalogue
from tests.blueprints.coordinator.people import coordinator
from tests.domain.catalogue.small import small_files
from tests.usecases.region_rows.at_random import REGIONS, Work
from tests.usecases.region_rows.same_catalogue import differences
from tests.usecases.region_rows.small_region import BOUWER, load_small, now, seen

pytestmark = pytest.mark.usefixtures("loaded")
STEPS = 25


def read(services: Services, before: CatalogueAt) -> tuple[CatalogueAt, bool]:
    """The catalogue of now, from the one before where that is possible; and whether it was."""
    with services.database.reading() as session:
        version = stored_version(session)
        assert version is not None
        if version == before.version:
            return before, False
        found = renewed(session, before, version)
        return CatalogueAt(version, found or read_catalogue(session)), found is not None


@pytest.mark.parametrize("seed", range(6))
def test_it_is_the_same_as_read_whole(services: Services, seed: int) -> None:
    both = coordinator(services, *REGIONS, name="beide")
    work = Work(services, both, Random(seed))  # noqa: S311
    at, looks, in_part = now(services), 0, 0
    for _step in range(STEPS):
        for _several in range(work.chance.randrange(1, 4)):
            work.step()
        at, partly = read(services, at)
        whole = now(services)
        assert at.version == whole.version
        assert list(differences(at.catalogue, whole.catalogue)) == []
        looks, in_part = looks + 1, in_part + partly
    assert in_part > looks / 2


def test_a_worker_reads_no_more_than_what_changed(
    services: Services, staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = LiveCatalogue(services.database)
    change_row(services, staff, now(services), seen(services, BOUWER), {"name": "Anders"})
    monkeypatch.setattr("quiz.web.live_catalogue.read_catalogue", None)
    found = live.current(services.database.session())
    assert found.companies["bouwer"].name == "Anders"


def test_after_a_load_it_is_read_whole(services: Services, staff: Staff, tmp_path: Path) -> None:
    work = Work(services, staff, Random(3))  # noqa: S311
    before = now(services)
    work.add()
    files = small_files()
    files["companies.csv"][0]["name"] = "Uit een bestand"
    (tmp_path / "newer").mkdir()
    load_small(services, tmp_path / "newer", files)
    at, partly = read(services, before)
    assert not partly
    assert list(differences(at.catalogue, now(services).catalogue)) == []


@pytest.mark.parametrize("cells", [{"lat": "x"}, {"worlds": "bestaat-niet:1"}])
def test_a_row_that_is_wrong_is_left_to_who_reads_all(
    services: Services, staff: Staff, cells: dict[str, str]
) -> None:
    before, wanted = now(services), {"municipality": "GM9999", **cells}
    version = change_row(services, staff, before, seen(services, BOUWER), {"name": "Anders"})
    assert version is not None
    with services.database.writing() as session:
        row = session.get_one(CatalogueRow, BOUWER)
        row.cells = {**row.cells, **wanted}
    with services.database.reading() as session:
        assert renewed(session, before, version) is None
