"""A kept row is told in short, and only as long as pupils may see it."""

from quiz.domain.catalogue.bookmarked import KeptRow, kept_row
from tests.domain.catalogue.conftest import Build
from tests.domain.catalogue.small import Files


def test_a_programme_names_its_nearest_place_a_company_its_town(files: Files, build: Build) -> None:
    catalogue = build(files)
    programme = kept_row(catalogue, "programme", "timmeren", "GM0228")
    assert programme == KeptRow(
        "Timmeren", "timmeren in English", "mbo-3", "Vak, Ede", "https://example.org"
    )
    company = kept_row(catalogue, "company", "bouwer", None)
    assert company == KeptRow("Bouwer", "Bouwer", "", "Ede", "https://bouwer.example.org")


def test_without_a_place_or_website_the_source_is_the_link(files: Files, build: Build) -> None:
    catalogue = build(files)
    source = "https://example.org/bron"
    programme = kept_row(catalogue, "programme", "zorgen", "GM0228")
    national = kept_row(catalogue, "event", "landelijk", "GM0228")
    regional = kept_row(catalogue, "event", "dichtbij", None)
    assert programme is not None
    assert national is not None
    assert regional is not None
    assert (programme.place, programme.link) == ("", source)
    assert (national.place, national.link, regional.place) == ("", source, "Ede")


def test_what_pupils_cannot_see_cannot_be_kept(files: Files, build: Build) -> None:
    files["companies.csv"][0]["source_url"] = ""
    catalogue = build(files)
    for kind, row_id in (("company", "bouwer"), ("company", "weg"), ("planeet", "bouwen")):
        assert kept_row(catalogue, kind, row_id, None) is None
