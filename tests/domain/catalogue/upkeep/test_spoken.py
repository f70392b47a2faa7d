"""Cells as people write them: a town, a village or a world by its name."""

import pytest

from quiz.domain.catalogue.files.columns import EVENTS, INSTITUTIONS, TABLES
from quiz.domain.catalogue.files.findings import BadCell
from quiz.domain.catalogue.upkeep.spoken import Spoken, with_scheme
from tests.real import real_catalogue

SPOKEN = Spoken(real_catalogue(), {"foodvalley"})


def test_a_world_may_be_written_with_and_in_letters() -> None:
    assert SPOKEN.code("worlds", "hi-tech en science;Mens en Gezondheid:0,5") == (
        "hitech-science:1;mens-gezondheid:0,5"
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("GM0228", "GM0228"),
        ("ede", "GM0228"),
        ("Bennekom", "GM0228"),
        ("gemeente Ede", "GM0228"),
        ("Scherpenzeel", "GM0279"),  # there is one in Friesland too
        ("Alkmaar", "GM0361"),
    ],
)
def test_a_town_or_village_is_known_by_its_name(text: str, code: str) -> None:
    assert SPOKEN.code("municipality", text) == code
    assert SPOKEN.code("location_municipality", text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Voeding & Natuur", "voeding-natuur:1"),
        ("food and nature; Hi-tech & Science:0,4", "voeding-natuur:1;hitech-science:0,4"),
        ("voeding-natuur:0.8;", "voeding-natuur:0.8"),
        ("Voeding & Natuur, Digitaal", "voeding-natuur:1;digitaal-media-entertainment:1"),
        (
            "Digitaal, Media & Entertainment:0,8, Mens & Gezondheid",
            "digitaal-media-entertainment:0,8;mens-gezondheid:1",
        ),
        ("hi-tech 80% / Energie (0,5)", "hitech-science:0.8;energie-water-veiligheid:0,5"),
        ("voeding-natuur:veel", "voeding-natuur:veel"),
        ("", ""),
    ],
)
def test_a_world_is_known_by_its_name(text: str, code: str) -> None:
    assert SPOKEN.code("worlds", text.replace(" and ", " & ")) == code


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Techniekdag.nl", "https://Techniekdag.nl"),
        ("techniekdag.nl/ede", "https://techniekdag.nl/ede"),
        ("http://techniekdag.nl", "http://techniekdag.nl"),
        ("iemand@techniekdag.nl", "iemand@techniekdag.nl"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("nog geen", "nog geen"),
        ("brochure.pdf", "brochure.pdf"),
        ("jan.jansen", "jan.jansen"),
        ("n.v.t.", ""),
    ],
)
def test_a_website_may_be_written_without_its_beginning(text: str, address: str) -> None:
    assert with_scheme("website", text) == with_scheme("source_url", text) == address
    assert with_scheme("name", text) == text


def test_all_worlds_may_be_said_at_once() -> None:
    every = SPOKEN.code("worlds", "Alle werelden")
    assert every == ";".join(f"{world}:1" for world in real_catalogue().world_order)


def test_a_subject_is_known_by_its_name_in_both_languages() -> None:
    tags = {
        "robots": ("robots en elektronica", "robots"),
        "voertuigen": ("fietsen, auto’s", "cars"),
    }
    spoken = Spoken(real_catalogue(), {"foodvalley"}, tags)
    assert spoken.code("tags", "Robots & elektronica; fietsen, auto’s") == "robots;voertuigen"
    assert spoken.code("tags", "cars, robots") == "voertuigen;robots"
    assert spoken.code("tags", "") == ""
    with pytest.raises(BadCell, match="'lab' is geen onderwerp") as refused:
        spoken.code("tags", "robots; lab")
    assert refused.value.suggestion == "Kies uit: robots en elektronica; fietsen, auto’s."


def test_what_the_catalogue_has_stays_what_it_is() -> None:
    real = real_catalogue()
    for table in TABLES:
        spoken = Spoken(real, {"foodvalley"}, {tag: (tag,) for tag in real.tag_order}, table)
        for row in real.rows[table.file]:
            for column, text in table.write(row).items():
                assert spoken.code(column, text) == text


@pytest.mark.parametrize("text", ["excursie", "dagen", "markt"])
def test_a_kind_that_there_is_not_hears_which_there_are_in_dutch(text: str) -> None:
    spoken = Spoken(real_catalogue(), {"foodvalley"}, table=EVENTS)
    assert spoken.code("kind", "Open dag") == "open_days"
    assert spoken.code("kind", "PET") == "pet_event"
    with pytest.raises(BadCell, match="kennen we hier niet") as refused:
        spoken.code("kind", text)
    assert refused.value.suggestion.startswith("Kies uit: dag, belevenis, beurs, festival, ")


def test_a_school_may_be_called_by_what_it_gives() -> None:
    spoken = Spoken(real_catalogue(), {"foodvalley"}, table=INSTITUTIONS)
    assert [spoken.code("kind", kind) for kind in ("ROC", "hbo", "VO")] == [
        *("mbo", "hogeschool", "vo")
    ]


@pytest.mark.parametrize("text", ["Nederland", "heel Nederland", "Landelijk"])
def test_the_whole_country_is_no_town(text: str) -> None:
    with pytest.raises(BadCell, match="kennen we niet als plaats"):
        SPOKEN.code("municipality", text)


def test_sectors_may_have_commas_between_them() -> None:
    assert SPOKEN.code("sectors", "bouw, energie; zorg") == "bouw;energie;zorg"


@pytest.mark.parametrize(
    ("column", "text", "reason", "advice"),
    [
        ("municipality", "", "dit vak is leeg", "Vul het in."),
        ("municipality", "Veenendal", "'Veenendal' kennen we niet", "Bedoel je Veenendaal?"),
        ("municipality", "xqzw", "'xqzw' kennen we niet", "Schrijf de naam van de gemeente."),
        ("municipality", "Bergen", "er is meer dan één 'Bergen'", "Bedoel je Bergen ("),
        ("worlds", "eten:0,5", "'eten' is geen wereld", "Kies uit: Mens & Gezondheid; "),
    ],
)
def test_what_nobody_knows_says_what_to_write(
    column: str, text: str, reason: str, advice: str
) -> None:
    with pytest.raises(BadCell) as refused:
        SPOKEN.code(column, text)
    assert refused.value.reason.startswith(reason)
    assert refused.value.suggestion.startswith(advice)
