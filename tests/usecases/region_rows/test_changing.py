"""Rows of the own regions are added, changed, checked and taken away; rows of others never."""

from collections.abc import Callable
from pathlib import Path

import pytest

from quiz.domain.catalogue.files.columns import COMPANIES, OFFERINGS
from quiz.domain.catalogue.files.load import check_catalogue
from quiz.storage.catalogue_import import CatalogueMoved
from quiz.storage.catalogue_rows import CatalogueAt, Key, stored_row
from quiz.storage.tables.staff import Staff
from quiz.usecases.region_rows.changing import (
    Shown,
    add_row,
    change_row,
    check_rows,
    remove_row,
)
from quiz.usecases.region_rows.errors import NoRow, RowChanged, RowRefused
from quiz.usecases.services import Services
from quiz.usecases.staff.regions import set_regions
from tests.domain.catalogue.small import company, offering, small_files, write_files
from tests.usecases.region_rows.small_region import (
    BOUWER,
    LANDELIJK,
    VAK,
    ZEE,
    load_small,
    now,
    of_gelderland,
    row,
    seen,
)

pytestmark = pytest.mark.usefixtures("loaded")


def test_a_change_is_stored_as_edited_and_makes_a_version(
    services: Services, staff: Staff, tmp_path: Path
) -> None:
    before = now(services)
    made = change_row(services, staff, before, seen(services, BOUWER), {"name": "Van ons"})
    assert made == now(services).version == (before.version or 0) + 1
    assert now(services).catalogue.companies["bouwer"].name == "Van ons"
    assert row(services, BOUWER).origin == "edited"
    load_small(services, tmp_path)
    assert now(services).catalogue.companies["bouwer"].name == "Van ons"


def test_a_form_that_changes_nothing_makes_no_version(services: Services, staff: Staff) -> None:
    cells = row(services, BOUWER).cells
    assert change_row(services, staff, now(services), seen(services, BOUWER), cells) is None
    assert now(services).version == 1
    assert row(services, BOUWER).origin == "seed"


def test_who_was_later_sees_both_versions_and_overwrites_nothing(
    services: Services, staff: Staff
) -> None:
    shown, at = seen(services, BOUWER), now(services)
    other = of_gelderland(services, "ander")
    change_row(services, staff, at, shown, {"name": "Eerste"})
    with pytest.raises(CatalogueMoved):
        change_row(services, other, at, shown, {"name": "Tweede"})
    with pytest.raises(RowChanged) as found:
        change_row(services, other, now(services), shown, {"name": "Tweede"})
    assert found.value.now.cells["name"] == "Eerste"
    assert row(services, BOUWER).cells["name"] == "Eerste"


def test_a_row_that_is_added_gets_an_id_of_its_name_and_of_nobody_else(
    services: Services, staff: Staff
) -> None:
    new = {**company("x", "GM0228", "bouw:1"), "id": "", "name": "Bouwer & Zn."}
    keys = [add_row(services, staff, now(services), COMPANIES, new) for _time in range(2)]
    assert keys == [("companies.csv", "bouwer-zn"), ("companies.csv", "bouwer-zn-2")]
    remove_row(services, staff, now(services), seen(services, keys[1]))
    again = add_row(services, staff, now(services), COMPANIES, new)
    assert again == ("companies.csv", "bouwer-zn-3"), "a mark keeps its id"
    assert [each.id for each in now(services).catalogue.rows["companies.csv"]] == [
        "bouwer",
        "bouwer-zn",
        "bouwer-zn-3",
    ]


def test_what_stands_there_already_is_not_added_again(services: Services, staff: Staff) -> None:
    same = offering("timmeren", "vak", "GM0228", "bol")
    with pytest.raises(RowRefused) as found:
        add_row(services, staff, now(services), OFFERINGS, same)
    assert [each.reason for each in found.value.findings] == ["dit staat al in het aanbod"]


def test_what_was_taken_away_stays_away_until_somebody_adds_it(
    services: Services, staff: Staff, tmp_path: Path
) -> None:
    key: Key = ("offerings.csv", "timmeren vak GM0228 bol")
    remove_row(services, staff, now(services), seen(services, key))
    assert row(services, key).origin == "removed"
    load_small(services, tmp_path)
    assert len(now(services).catalogue.rows["offerings.csv"]) == 2
    add_row(services, staff, now(services), OFFERINGS, offering(*key[1].split()))
    assert len(now(services).catalogue.rows["offerings.csv"]) == 3


def test_a_school_stays_while_programmes_are_given_there(services: Services, staff: Staff) -> None:
    with pytest.raises(RowRefused) as found:
        remove_row(services, staff, now(services), seen(services, VAK))
    assert "2 andere rijen horen hierbij" in found.value.findings[0].reason


@pytest.mark.parametrize(
    "change",
    [
        {"website": "http"},
        {"worlds": "bouw:2"},
        {"worlds": "wonen:1"},
        {"tags": "bestaat-niet"},
        {"municipality": "GM0001"},
        {"name": ""},
        {"name": "x" * 200},
        {"name": "a\u202eb"},
        {"size_class": "reus"},
        {"website": "https://a@evil.example"},
    ],
)
def test_a_wrong_cell_is_refused_in_the_words_of_the_files(
    services: Services, staff: Staff, tmp_path: Path, change: dict[str, str]
) -> None:
    with pytest.raises(RowRefused) as found:
        change_row(services, staff, now(services), seen(services, BOUWER), change)
    files = small_files()
    files["companies.csv"][0].update(change)
    write_files(tmp_path, files)
    said = [each for each in check_catalogue(tmp_path) if each.startswith("companies.csv, rij 2")]
    assert [str(each) for each in found.value.findings] == said
    assert now(services).version == 1


def test_a_row_cannot_leave_the_own_regions(services: Services, staff: Staff) -> None:
    at, shown = now(services), seen(services, BOUWER)
    with pytest.raises(RowRefused) as found:
        change_row(services, staff, at, shown, {"municipality": "GM0361"})
    assert [(each.column, each.reason) for each in found.value.findings] == [
        ("municipality", "dit ligt buiten jouw regio")
    ]


Attempt = Callable[[Services, Staff, CatalogueAt, Shown], object]


def test_rows_of_others_and_of_everybody_are_out_of_reach(services: Services, staff: Staff) -> None:
    for key in (ZEE, LANDELIJK, ("worlds.csv", "bouw"), ("companies.csv", "x")):
        for attempt in (
            lambda services, staff, at, shown: change_row(services, staff, at, shown, {}),
            remove_row,
            lambda services, staff, at, shown: check_rows(services, staff, at, [shown]),
        ):
            with services.database.reading() as session:
                found = stored_row(session, key)
            shown = Shown(key, "") if found is None else seen(services, key)
            with pytest.raises(NoRow):
                attempt(services, staff, now(services), shown)
            assert now(services).version == 1, (key, attempt)


def test_a_region_that_was_taken_from_somebody_is_out_of_reach_at_once(
    services: Services, staff: Staff
) -> None:
    with services.database.writing() as session:
        set_regions(session, staff.id, ["zeeland"])
    with pytest.raises(NoRow):
        remove_row(services, staff, now(services), seen(services, BOUWER))
