"""Mbo and higher education: which rows count, whose they are and where they lie."""

import pytest

from quiz.domain.catalogue.duo.compare import Preview
from quiz.domain.catalogue.duo.standing import Standing
from quiz.domain.catalogue.files.stored import catalogue_of_cells
from tests.domain.catalogue.duo.conftest import Look, after, duo_catalogue, standing_of
from tests.domain.catalogue.duo.files import (
    ADDRESSES,
    ALKMAAR,
    HIGHER,
    LOCATIONS,
    MBO,
    address,
    higher,
    location,
    mbo,
)
from tests.domain.catalogue.duo.test_secondary import offered, reasons


def unknown(preview: Preview) -> dict[str, int]:
    return {f"{code.system} {code.code} {code.name}": count for code, count in preview.unknown}


def test_an_offering_is_known_by_crebo_place_and_path_and_a_code_we_lack_is_listed(
    look: Look,
) -> None:
    preview = look(MBO)
    assert offered(preview) == {"timmeren vak GM0361 bbl"}
    assert preview.same == 1, "bol in Ede stood there"
    assert unknown(preview) == {"crebo 29999 Opleiding 29999": 1}
    assert reasons(preview)["de opleiding staat niet in de catalogus (zie de lijst van codes)"] == 1


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"OPLEIDINGSEENHEID_TYPE": "MBOKWALIFICATIEDOSSIER"}, "een dossier of domein"),
        ({"OPLEIDINGSEENHEID_TYPE": "MBODOMEIN"}, "een dossier of domein"),
        ({"OPLEIDINGSEENHEID_TYPE": "MBOKEUZEDEEL"}, "geen hele opleiding"),
        ({"AANGEBODEN_OPLEIDING_TYPE": "AANGEBODENMBOOPLEIDINGSONDERDEEL"}, "geen hele"),
        ({"LEERTRAJECT": "EX"}, "een andere leerweg dan bol of bbl"),
        ({"LEERTRAJECT": "OVO"}, "een andere leerweg dan bol of bbl"),
        ({"ERKENDEOPLEIDINGSCODE": "nvt"}, "de crebocode is niet te lezen"),
        ({"PLAATSNAAM": ""}, "er staat geen plaats bij"),
        ({"PLAATSNAAM": "Nergens"}, "deze plaats kennen we niet"),
        ({"PLAATSNAAM": "Rijs"}, "meer gemeenten hebben een plaats die zo heet"),
    ],
)
def test_rows_of_mbo_that_no_pupil_can_choose_are_left_out_and_counted(
    look: Look, cells: dict[str, str], reason: str
) -> None:
    kept = mbo("110A001", "Vak", "25001", "BOL", "Alkmaar")
    odd = mbo("119A009", "Elders", "25001", "BBL", "Alkmaar", **cells)
    preview = look(MBO.with_rows(kept, odd))
    assert offered(preview) == {"timmeren vak GM0361 bol"}
    assert [count for said, count in reasons(preview).items() if reason in said] == [1]


def test_a_double_place_is_known_by_the_postcodes_of_the_schools_that_came_along(
    look: Look,
) -> None:
    schools = LOCATIONS.with_rows(
        location("11XY00", "A", {**ALKMAAR, "POSTCODE": "1821AA"}),
        location(
            "11XY01", "B", {"PLAATSNAAM": "Ede", "GEMEENTENUMMER": "228", "POSTCODE": "6711AA"}
        ),
    )
    for postcode, town in (("1825 ZZ", "GM0361"), ("6710XX", "GM0228")):
        rows = MBO.with_rows(mbo("110A009", "Nieuw", "25001", "BBL", "Rijs", POSTCODE=postcode))
        assert offered(look(rows, schools)) == {f"timmeren mbo-110a009 {town} bbl"}
        assert not offered(look(rows))


@pytest.mark.parametrize(
    ("name", "site", "college"),
    [
        ("Vak", "", "vak"),
        ("VAK", "", "vak"),
        ("Vak Techniek Alkmaar", "", "vak"),
        ("Techniekschool", "https://bouw.vak.example.nl/timmeren", "vak"),
        ("Onbekend College", "https://onbekend.example.nl/timmeren", "mbo-110a009"),
        ("Mbo", "", "mbo-110a009"),
    ],
)
def test_a_provider_is_a_college_that_we_know_by_name_or_site_else_a_new_one(
    look: Look, name: str, site: str, college: str
) -> None:
    files = duo_catalogue()
    files["institutions.csv"][0]["website"] = "https://www.vak.example.nl"
    files["institutions.csv"].append(
        {**files["institutions.csv"][1], "id": "mbo", "name": "MBO", "website": ""}
    )
    standing = standing_of(catalogue_of_cells(files), {}, {})
    row = mbo("110A009", name, "25001", "BBL", "Alkmaar", WEBSITE=site)
    preview = look(MBO.with_rows(row), against=standing)
    college = "mbo" if name == "Mbo" else college
    assert offered(preview) == {f"timmeren {college} GM0361 bbl"}
    new = preview.rows.get(("institutions.csv", "mbo-110a009"))
    assert (new is None) == (college != "mbo-110a009")
    if new:
        assert (new["name"], new["municipality"]) == (name, "GM0361")
        assert new["website"] == "https://onbekend.example.nl"
        assert any("nieuwe school uit het overzicht" in note.reason for note in preview.notes)


def test_providers_of_one_board_are_one_college_when_the_others_are(look: Look) -> None:
    rows = (
        mbo("110A001", "Vak", "25001", "BBL", "Alkmaar"),
        mbo("110A002", "Zomaar Een Merk", "25001", "BOL", "Alkmaar"),
    )
    assert offered(look(MBO.with_rows(*rows))) == {
        "timmeren vak GM0361 bbl",
        "timmeren vak GM0361 bol",
    }


def test_addresses_give_a_college_its_code_and_add_those_that_we_lack(look: Look) -> None:
    preview = look(ADDRESSES)
    (change,) = preview.changed
    assert change.key == ("institutions.csv", "vak")
    assert change.after["register_codes"] == "25XX"
    new = preview.rows["institutions.csv", "mbo-26yy"]
    assert (new["name"], new["municipality"]) == ("Nieuw Beroepscollege", "GM0361")
    together = look(
        MBO.with_rows(mbo("110A009", "Nieuw Beroepscollege", "25001", "BOL", "Ede")), ADDRESSES
    )
    assert offered(together) == {"timmeren mbo-26yy GM0228 bol"}
    assert ("institutions.csv", "mbo-110a009") not in together.rows


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"ONDERWIJSAANBIEDER_NAAM": ""}, "beschrijft een opleiding"),
        ({"NIVEAU": "HBO-MA"}, "geen opleiding voor na de middelbare school"),
        ({"VORM": "DEELTIJD"}, "deeltijd, voor wie al werkt"),
        ({"AANGEBODEN_OPLEIDING_EINDDATUM": "2026-11-26"}, "neemt niemand meer aan"),
        ({"LAATSTE_INSTROOMDATUM": "1-9-2026"}, "neemt niemand meer aan"),
        ({"EINDDATUM": "2024-09-01"}, "neemt niemand meer aan"),
        ({"ERKENDEOPLEIDINGSCODE": ""}, "de crohocode is niet te lezen"),
        ({"ONDERWIJSLOCATIEPLAATS": ""}, "er staat geen plaats bij"),
    ],
)
def test_rows_of_higher_education_that_no_pupil_can_choose_are_left_out_and_counted(
    look: Look, cells: dict[str, str], reason: str
) -> None:
    odd = higher("113A009", "Elders", "34275", "Ede", **cells)
    preview = look(HIGHER.with_rows(*HIGHER.rows, odd))
    assert [count for said, count in reasons(preview).items() if reason in said] == [1]
    assert offered(preview) == {
        "techniek ho-113a001 GM0361 voltijd",
        "water ho-113a001 GM0361 voltijd",
    }
    assert preview.rows["institutions.csv", "ho-113a001"]["kind"] == "hogeschool"


def test_what_ends_today_or_later_still_counts(look: Look) -> None:
    row = higher("113A001", "Duin", "34275", "Ede", LAATSTE_INSTROOMDATUM="2026-11-27")
    assert offered(look(HIGHER.with_rows(row))) == {"techniek ho-113a001 GM0228 voltijd"}
    row = {**row, "VORM": "DUAAL", "EINDDATUM": "2029-09-01"}
    assert offered(look(HIGHER.with_rows(row))) == {"techniek ho-113a001 GM0228 duaal"}


def test_an_address_without_a_readable_code_is_left_out(look: Look) -> None:
    reason = "de code van de school is niet te lezen"
    for brin, name in (("???", "Zonder code"), ("", "")):
        rows = (*ADDRESSES.rows, address(brin, name, ALKMAAR))
        assert reasons(look(ADDRESSES.with_rows(*rows))) == {reason: 1}


def test_what_a_college_still_gives_somewhere_or_did_not_deliver_is_not_gone(
    look: Look, standing: Standing
) -> None:
    both = (
        higher("113A001", "Hogeschool Duin", "34275", "Alkmaar"),
        higher("113A001", "Hogeschool Duin", "34280", "Ede"),
        higher("113A001", "Hogeschool Duin", "34280", "Ede", VORM="DUAAL"),
    )
    full = after(standing, look(HIGHER.with_rows(*both)))
    assert len(look(HIGHER.with_rows(*both[:2]), against=full).gone) == 1
    placeless = {**both[2], "ONDERWIJSLOCATIEPLAATS": ""}
    assert look(HIGHER.with_rows(*both[:2], placeless), against=full).gone == []
    little = look(HIGHER.with_rows(both[0]), against=full)
    assert little.gone == []
    (note,) = little.notes
    assert note.reason.startswith("school met minder dan de helft van haar opleidingen")
    assert note.examples == ("Hogeschool Duin: 2 van 3 niet",)
