"""The preview: what is new, changed, confirmed or gone, and what stays as people decided."""

from dataclasses import replace

import pytest

from quiz.domain.catalogue.duo.standing import Standing, Stored
from tests.domain.catalogue.duo.conftest import Look, after
from tests.domain.catalogue.duo.files import (
    ALKMAAR,
    ALL,
    EDE,
    HIGHER,
    LOCATIONS,
    MBO,
    PROFILES,
    SECTORS,
    exam,
    location,
    mbo,
)

SCHOOL = ("institutions.csv", "vo-11xy00")
PROFILE = ("offerings.csv", "havo-nt vo-11xy00 GM0361 voltijd")


@pytest.fixture
def imported(look: Look, standing: Standing) -> Standing:
    """The small catalogue after an import of all files."""
    return after(standing, look(*ALL))


def decided(standing: Standing, key: tuple[str, str], origin: str, **cells: str) -> Standing:
    """A row that somebody here edited or took away, or that lapsed."""
    row = standing.stored[key]
    rows = {**standing.stored, key: Stored({**row.cells, **cells}, origin)}
    return after(Standing(standing.catalogue, rows))


def test_the_same_files_again_change_nothing(look: Look, imported: Standing) -> None:
    again = look(*ALL, against=imported)
    assert again.changes_nothing
    assert (again.gone, again.edited, again.removed) == ([], [], [])
    assert again.same > 10
    assert look(LOCATIONS, against=imported).changes_nothing
    assert look(PROFILES, SECTORS, against=imported).changes_nothing


def test_a_newer_file_confirms_what_is_the_same(look: Look, imported: Standing) -> None:
    newer = replace(PROFILES, name="geslaagden-gezakten-en-cijfers-2024-2025.csv")
    preview = look(LOCATIONS, newer, against=imported)
    assert ("offerings.csv", "vmbo-pie vo-02ab00 GM0228 voltijd") in preview.confirmed
    assert [*preview.new, *preview.changed, *preview.gone] == []


def test_a_school_that_moved_is_shown_cell_by_cell_and_keeps_what_people_wrote(
    look: Look, imported: Standing
) -> None:
    named = decided(imported, SCHOOL, "duo", name="Het Zeelyceum", website="https://zee.nl")
    moved = location("11XY00", "Zeelyceum", EDE, "ander.nl")
    preview = look(LOCATIONS.with_rows(moved), against=named)
    (change,) = preview.changed
    assert change.key == SCHOOL
    assert change.before["municipality"] == "GM0361"
    assert change.after["municipality"] == "GM0228"
    assert not {"name", "website"} & change.after.keys()
    assert ("offerings.csv", "havo-nt vo-11xy00 GM0228 voltijd") in preview.new
    assert PROFILE in preview.gone


def test_a_school_that_people_put_elsewhere_stays_there_with_its_offerings(
    look: Look, imported: Standing
) -> None:
    ours = decided(imported, SCHOOL, "edited", name="Het Zeelyceum")
    moved = LOCATIONS.with_rows(LOCATIONS.rows[0], location("11XY00", "Zeelyceum", EDE))
    preview = look(moved, PROFILES, SECTORS, against=ours)
    assert [change.key for change in preview.edited] == [SCHOOL]
    assert preview.edited[0].after["municipality"] == "GM0228"
    assert [*preview.new, *preview.gone] == []


def test_what_somebody_edited_or_took_away_here_stays_so(look: Look, imported: Standing) -> None:
    newer = replace(PROFILES, name="geslaagden-gezakten-en-cijfers-2024-2025.csv")
    ours = decided(imported, PROFILE, "edited", programme_url="https://ons.example.nl")
    preview = look(LOCATIONS, newer, against=ours)
    assert [change.key for change in preview.edited] == [PROFILE]
    assert PROFILE not in preview.rows
    away = decided(imported, PROFILE, "removed")
    preview = look(LOCATIONS, newer, against=away)
    assert preview.removed == [PROFILE]
    assert PROFILE not in preview.rows


def test_a_school_that_was_taken_away_here_takes_its_offerings_along_for_good(
    look: Look, imported: Standing
) -> None:
    rows = {
        key: Stored(row.cells, "removed" if "vo-11xy00" in key[1] else row.origin)
        for key, row in imported.stored.items()
    }
    preview = look(*ALL, against=after(Standing(imported.catalogue, rows)))
    assert preview.changes_nothing
    assert any("de school is hier weggehaald" in said.reason for said in preview.left_out)


def test_a_college_that_was_taken_away_here_does_not_come_back_under_another_number(
    look: Look, standing: Standing
) -> None:
    rows = {
        key: Stored(row.cells, "removed" if "zee" in key[1].split() else row.origin)
        for key, row in standing.stored.items()
    }
    against = after(Standing(standing.catalogue, rows))
    preview = look(MBO.with_rows(mbo("110A777", "Zee", "25001", "BOL", "Ede")), against=against)
    assert preview.changes_nothing


def test_what_the_files_no_longer_hold_is_gone_only_if_it_came_from_duo(
    look: Look, imported: Standing
) -> None:
    without = PROFILES.with_rows(*PROFILES.rows[:3])
    no_havo = SECTORS.with_rows(SECTORS.rows[0], SECTORS.rows[3])
    preview = look(LOCATIONS, without, no_havo, against=imported)
    assert preview.gone == [("offerings.csv", "havo-ng vo-11xy00 GM0361 voltijd"), PROFILE]
    by_hand = decided(imported, PROFILE, "seed", source_url="https://school.example.nl/havo")
    assert PROFILE not in look(LOCATIONS, without, no_havo, against=by_hand).gone
    edited = decided(imported, PROFILE, "edited")
    assert PROFILE not in look(LOCATIONS, without, no_havo, against=edited).gone
    assert look(HIGHER, against=imported).gone == [], "a file speaks only about its own kind"


def test_a_school_is_gone_when_its_locations_and_its_offerings_are(
    look: Look, imported: Standing
) -> None:
    fewer = LOCATIONS.with_rows(*LOCATIONS.rows[:2])
    assert SCHOOL in look(fewer, PROFILES, SECTORS, against=imported).gone
    assert SCHOOL not in look(fewer, against=imported).gone, "its profiles were not looked at"


def test_what_lapsed_comes_back_when_the_files_hold_it_again(
    look: Look, imported: Standing
) -> None:
    lapsed = decided(imported, PROFILE, "lapsed")
    preview = look(*ALL, against=lapsed)
    assert preview.new == [PROFILE]
    assert not preview.changed


def test_much_that_is_gone_makes_a_file_suspect(look: Look, standing: Standing) -> None:
    codes = [f"11XY{number:02}" for number in range(40)]
    schools = LOCATIONS.with_rows(*(location(code, f"School {code}", ALKMAAR) for code in codes))
    exams = PROFILES.with_rows(*(exam(code, "HAVO", "N&T") for code in codes))
    full = after(standing, look(schools, exams))
    half = look(schools, exams.with_rows(*exams.rows[:20]), against=full)
    assert (len(half.gone), half.is_suspect) == (20, True)
    most = look(schools, exams.with_rows(*exams.rows[:35]), against=full)
    assert (len(most.gone), most.is_suspect) == (5, False)
