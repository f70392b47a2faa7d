"""A kept row is told in short, and only as long as pupils may see it."""

from quiz.domain.catalogue.bookmarked import KeptRow, kept_row
from tests.domain.catalogue.conftest import Build
from tests.domain.catalogue.small import Files


def test_a_programme_names_its_nearest_place_a_company_its_town(files: Files, build: Build) -> None:
    catalogue = build(files)
    programme = kept_row(catalogue, "programme", "timmeren", "GM0228")
    assert programme == KeptRow(
        *("Timmeren", "timmeren in English", "mbo-3", "Vak, Ede"),
        *("https://example.org", "https://example.org/bron"),
    )
    company = kept_row(catalogue, "company", "bouwer", None)
    assert company == KeptRow(
        *("Bouwer", "Bouwer", "", "Ede"),
        *("https://bouwer.example.org", "https://example.org/bron"),
    )


def test_without_a_place_or_website_there_is_only_the_source(files: Files, build: Build) -> None:
    catalogue = build(files)
    source = "https://example.org/bron"
    programme = kept_row(catalogue, "programme", "zorgen", "GM0228")
    national = kept_row(catalogue, "event", "landelijk", "GM0228")
    regional = kept_row(catalogue, "event", "dichtbij", None)
    assert programme is not None
    assert national is not None
    assert regional is not None
    assert (programme.place, programme.link, programme.source_url) == ("", "", source)
    assert (national.place, national.link, regional.place) == ("", "", "Ede")


def test_what_pupils_cannot_see_cannot_be_kept(files: Files, build: Build) -> None:
    hidden = {**files["companies.csv"][0], "id": "gemeente", "for_pupils": "no"}
    files["companies.csv"][0]["source_url"] = ""
    files["companies.csv"] += [hidden]
    catalogue = build(files)
    gone = (("company", "bouwer"), ("company", "gemeente"), ("company", "weg"))
    for kind, row_id in (*gone, ("planeet", "bouwen")):
        assert kept_row(catalogue, kind, row_id, None) is None
