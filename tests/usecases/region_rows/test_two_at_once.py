"""Two coordinators at the same instant: one is first, and the other is told; nothing is lost."""

from functools import partial
from pathlib import Path

from quiz.domain.catalogue.files.columns import COMPANIES
from quiz.domain.catalogue.upkeep.digest import digest_of
from quiz.storage.catalogue_import import CatalogueMoved
from quiz.storage.catalogue_rows import CatalogueAt, stored_row
from quiz.storage.catalogue_store import stored_version
from quiz.storage.tables.staff import Staff
from quiz.usecases.region_rows.changing import Shown, add_row, change_row
from quiz.usecases.region_rows.errors import RowChanged
from quiz.usecases.region_rows.history import changes_of_row
from quiz.usecases.services import Services
from tests.blueprints.coordinator.people import FOODVALLEY, coordinator
from tests.domain.catalogue.small import company
from tests.real import real_catalogue
from tests.usecases.attempts.pupils import at_the_same_instant
from tests.usecases.region_rows.small_region import (
    BOUWER,
    load_small,
    now,
    of_gelderland,
    row,
    seen,
)


def insist(services: Services, staff: Staff, shown: Shown, name: str) -> str:
    """Change the name, looking again where the catalogue moved on, as a page does."""
    while True:
        try:
            change_row(services, staff, now(services), shown, {"name": name})
        except CatalogueMoved:
            continue
        except RowChanged as problem:
            return f"behind {problem.now.cells['name']}"
        return name


def test_one_of_two_who_change_a_row_is_first_and_the_other_is_told(
    services: Services, tmp_path: Path
) -> None:
    load_small(services, tmp_path)
    staff = [of_gelderland(services, name) for name in ("een", "twee", "drie")]
    for _round in range(4):
        shown = seen(services, BOUWER)
        names = [f"{who.email} {_round}" for who in staff]
        calls = [
            partial(insist, services, who, shown, name)
            for who, name in zip(staff, names, strict=True)
        ]
        found = at_the_same_instant(calls)
        first = row(services, BOUWER).cells["name"]
        assert sorted(found) == sorted([first, f"behind {first}", f"behind {first}"])


def add(services: Services, staff: Staff, number: int) -> str:
    new = {**company("x", "GM0228", "zorg:1"), "id": "", "name": "Zelfde naam"}
    while True:
        try:
            return add_row(services, staff, now(services), COMPANIES, new)[1]
        except CatalogueMoved:
            continue


def test_two_who_add_the_same_name_get_two_rows_and_two_versions(
    services: Services, tmp_path: Path
) -> None:
    load_small(services, tmp_path)
    staff = [of_gelderland(services, name) for name in ("een", "twee", "drie", "vier")]
    keys = at_the_same_instant([partial(add, services, who, n) for n, who in enumerate(staff)])
    assert sorted(keys) == ["zelfde-naam", "zelfde-naam-2", "zelfde-naam-3", "zelfde-naam-4"]
    assert now(services).version == 5
    positions = {row(services, ("companies.csv", key)).position for key in keys}
    assert len(positions) == 4


def test_the_first_change_of_all_loads_the_files_once(services: Services) -> None:
    staff = coordinator(services, FOODVALLEY)
    company = next(
        each for each in real_catalogue().companies.values() if each.municipality == "GM0228"
    )
    key = "companies.csv", company.id
    at = CatalogueAt(None, real_catalogue())

    def change(name: str) -> str:
        shown = Shown(key, digest_of(COMPANIES.write(company), "seed"))
        try:
            change_row(services, staff, at, shown, {"name": name})
        except CatalogueMoved:
            return "moved"
        return name

    assert sorted(at_the_same_instant([partial(change, "Een"), partial(change, "Een")])) == [
        "Een",
        "moved",
    ]
    with services.database.reading() as session:
        assert stored_version(session) == 2
        assert len(changes_of_row(session, key)) == 1
        found = stored_row(session, key)
    assert found is not None
    assert found.cells["name"] == "Een"
