"""Secondary schools: what counts as given, where a school lies, and how it is called."""

from dataclasses import replace

import pytest

from quiz.domain.catalogue.duo.compare import Preview
from quiz.domain.catalogue.duo.names import spoken_name
from quiz.domain.catalogue.duo.standing import Standing, Stored
from tests.domain.catalogue.duo.conftest import Look, after
from tests.domain.catalogue.duo.files import (
    ALKMAAR,
    EDE,
    LOCATIONS,
    PROFILES,
    SECTORS,
    exam,
    location,
    sector,
)

PIE = {"LEERWEG": "KL", "SECTOR": "Techniek"}


def offered(preview: Preview) -> set[str]:
    """The new offerings, by their keys."""
    return {key for file, key in preview.new if file == "offerings.csv"}


def reasons(preview: Preview) -> dict[str, int]:
    return {counted.reason: counted.count for counted in preview.left_out}


def test_a_profile_with_candidates_on_a_listed_location_becomes_a_school_with_an_offering(
    look: Look,
) -> None:
    preview = look(LOCATIONS, PROFILES, SECTORS)
    school = preview.rows["institutions.csv", "vo-02ab00"]
    assert school["name"] == "Krachtveld"
    assert (school["kind"], school["municipality"]) == ("vo", "GM0228")
    assert (school["website"], school["register_codes"]) == (
        "https://www.krachtveld.example.nl",
        "02AB00",
    )
    assert offered(preview) == {
        "vmbo-pie vo-02ab00 GM0228 voltijd",
        "vmbo-gt-techniek vo-02ab00 GM0228 voltijd",
        "havo-nt vo-11xy00 GM0361 voltijd",
        "havo-ng vo-11xy00 GM0361 voltijd",
    }
    row = preview.rows["offerings.csv", "vmbo-pie vo-02ab00 GM0228 voltijd"]
    assert row["source_url"].endswith("/geslaagden-gezakten-en-cijfers-2023-2024.csv")
    assert (row["confirmed"], row["checked_on"]) == ("yes", "2026-11-27")
    assert reasons(preview)["geen kandidaten"] == 1
    assert (
        reasons(preview)[
            "geen profiel in de examenbestanden (onderbouw, praktijkonderwijs of nieuw)"
        ]
        == 2
    )


def test_a_school_lies_at_the_centre_of_its_place_else_of_its_municipality(look: Look) -> None:
    exams = [exam(code, "VMBO", "PIE", **PIE) for code in ("02AB00", "02AB01", "11XY00")]
    rows = look(LOCATIONS, PROFILES.with_rows(*exams)).rows
    assert rows["institutions.csv", "vo-02ab00"]["coord_precision"] == "municipality"
    village = rows["institutions.csv", "vo-02ab01"]
    assert village["coord_precision"] == "place"
    assert village["name"] == "School 02AB01 (Ederveen)"


def test_a_sector_that_stopped_since_or_a_profile_of_an_earlier_year_does_not_count(
    look: Look,
) -> None:
    stopped = SECTORS.with_rows(sector("02AB00", "VMBO", "VMBO K - techniek", last="0"))
    preview = look(LOCATIONS, PROFILES, stopped)
    assert "vmbo-pie vo-02ab00 GM0228 voltijd" not in offered(preview)
    assert reasons(preview)["de sector had hier geen kandidaten meer in 2024-2025"] == 1
    newer = replace(
        PROFILES.with_rows(exam("11XY00", "HAVO", "Natuur en Techniek")),
        name="geslaagden-gezakten-en-cijfers-2024-2025 (1).csv",
    )
    preview = look(LOCATIONS, PROFILES, newer)
    assert offered(preview) == {"havo-nt vo-11xy00 GM0361 voltijd"}
    assert reasons(preview)["voor het laatst kandidaten in 2023-2024"] == 3


def test_the_theoretical_route_does_not_prove_a_profile(look: Look) -> None:
    only_mavo = SECTORS.with_rows(sector("02AB00", "VMBO", "VMBO T - techniek"))
    assert offered(look(LOCATIONS, PROFILES, only_mavo)) == {
        "vmbo-gt-techniek vo-02ab00 GM0228 voltijd"
    }


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ((LOCATIONS,), "nieuwe vestiging: geef ook de examenbestanden"),
        ((PROFILES,), "nieuwe school: geef ook 02.-alle-vestigingen-vo.csv"),
        ((LOCATIONS.with_rows(location("99ZZ00", "Elders", EDE)), PROFILES), "staat niet (meer)"),
        (
            (
                LOCATIONS.with_rows(location("11XY00", "A", EDE), location("11XY00", "A", ALKMAAR)),
                PROFILES,
            ),
            "staat er twee keer in",
        ),
        (
            (
                LOCATIONS.with_rows(location("11XY00", "A", {**EDE, "GEMEENTENUMMER": "9999"})),
                PROFILES.with_rows(exam("11XY00", "HAVO", "N&T")),
            ),
            "de gemeente staat niet in de catalogus",
        ),
    ],
)
def test_what_cannot_be_placed_is_left_out_with_its_reason(
    look: Look, files: tuple[object, ...], reason: str
) -> None:
    preview = look(*files)
    assert not preview.rows
    assert any(reason in said for said in reasons(preview))


def test_exams_of_adults_at_a_college_are_no_school_for_a_pupil(
    look: Look, standing: Standing
) -> None:
    key = ("institutions.csv", "vak")
    cells = {**standing.stored[key].cells, "register_codes": "11XY"}
    college = after(Standing(standing.catalogue, {**standing.stored, key: Stored(cells, "seed")}))
    preview = look(LOCATIONS, PROFILES, against=college)
    assert ("institutions.csv", "vo-11xy00") not in preview.rows
    assert reasons(preview)["volwassenenonderwijs (vavo) van een mbo-school"] == 1


def test_a_college_with_schools_for_pupils_under_its_own_code_keeps_them(
    look: Look, standing: Standing
) -> None:
    imported = after(standing, look(LOCATIONS, PROFILES))
    key = ("institutions.csv", "vak")
    cells = {**standing.stored[key].cells, "register_codes": "11XY"}
    college = after(Standing(standing.catalogue, {**imported.stored, key: Stored(cells, "seed")}))
    assert look(LOCATIONS, PROFILES, against=college).changes_nothing
    more = LOCATIONS.with_rows(*LOCATIONS.rows, location("11XY05", "Zeemavo", ALKMAAR))
    exams = PROFILES.with_rows(*PROFILES.rows, exam("11XY05", "HAVO", "N&T", NAME="Zeemavo"))
    assert ("institutions.csv", "vo-11xy05") in look(more, exams, against=college).rows


def test_two_locations_with_one_name_in_one_place_are_one_school(look: Look) -> None:
    twice = LOCATIONS.with_rows(location("02AB00", "A", EDE), location("02AB07", "B", EDE))
    exams = PROFILES.with_rows(
        exam("02AB00", "VMBO", "PIE", NAME="Krachtveld", **PIE),
        exam("02AB07", "VMBO", "BWI", NAME="Krachtveld", **PIE),
    )
    preview = look(twice, exams)
    assert preview.rows["institutions.csv", "vo-02ab00"]["register_codes"] == "02AB00;02AB07"
    assert offered(preview) == {
        "vmbo-pie vo-02ab00 GM0228 voltijd",
        "vmbo-bwi vo-02ab00 GM0228 voltijd",
    }


@pytest.mark.parametrize(
    ("listed", "examined", "spoken"),
    [
        ("Scholengemeenschap Spieringshoek voor Gymnasium en HAVO", "", "Spieringshoek"),
        (
            "Christelijk Lyceum Delft voor Lyceum Havo",
            "Chr Lyceum Delft",
            "Christelijk Lyceum Delft",
        ),
        ("X", "RK SGM Cals College", "Cals College"),
        ("Noordzee Groep voor Gymnasium, Atheneum, Havo, Vmbo", "", "Noordzee Groep"),
        ("X", "Nuborgh College loc. Veluvine", "Nuborgh College Veluvine"),
        ("X", "Jan v. Egmond Lyceum", "Jan van Egmond Lyceum"),
        ("Stichting Beroepscollege Oost", "", "Beroepscollege Oost"),
        ("Augustinianum Scholengemeenschap voor Vwo en Havo", "", "Augustinianum"),
        ("Katholiek Scholengemeenschap Hoofddorp", "", "Katholiek Scholengemeenschap Hoofddorp"),
        ("de Lingeborgh", "", "de Lingeborgh"),
    ],
)
def test_nobody_reads_a_name_of_a_statute(listed: str, examined: str, spoken: str) -> None:
    assert spoken_name(listed, examined, "Hoofddorp", "Hoofddorp") == spoken
