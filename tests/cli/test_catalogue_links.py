"""`quiz catalogue links`: what would be tried, what is kept, and that a second run goes on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.cli import catalogue_links
from quiz.config import Settings
from quiz.usecases.links import reach
from quiz.usecases.links.calling import Manner
from tests.cli.conftest import Quiz, complaint
from tests.cli.test_catalogue import said
from tests.domain.catalogue.small import small_files, write_files
from tests.usecases.links.site import Site, running

LINKS = ("catalogue", "links")


@pytest.fixture
def site() -> Iterator[Site]:
    with running() as found:
        yield found


@pytest.fixture
def loaded(quiz: Quiz, tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalogue of which one link is gone and one is good; all names lead to the site."""
    folder, files = tmp_path / "catalogue", small_files()
    for rows in files.values():
        for row in rows:
            for column in {"website", "source_url", "programme_url", "open_days_url"} & row.keys():
                row[column] = ""
    files["companies.csv"][0] |= {
        "website": "http://bedrijf.example/status/404",
        "source_url": "http://bron.example/",
    }
    folder.mkdir()
    write_files(folder, files)
    said(quiz, "db", "upgrade")
    said(quiz, "catalogue", "load", str(folder))
    monkeypatch.setattr(catalogue_links, "manner_of", lambda _settings: site.manner)
    monkeypatch.setattr("quiz.usecases.links.trying.target_of", _here(site))


def _here(site: Site) -> object:
    def target_of(address: str) -> reach.Target:
        return reach.target_of(address)._replace(host="127.0.0.1", port=site.port)

    return target_of


@pytest.mark.usefixtures("loaded")
def test_it_says_what_it_would_try_and_calls_nobody(quiz: Quiz, site: Site) -> None:
    text = said(quiz, *LINKS, "--dry-run")
    assert "2 links in de catalogus; nu aan de beurt: 2, op 2 sites." in text
    assert site.asked == []


@pytest.mark.usefixtures("loaded")
def test_what_is_broken_is_named_and_kept_and_not_tried_again_this_week(
    quiz: Quiz, site: Site
) -> None:
    text = said(quiz, *LINKS)
    assert "http://bedrijf.example/status/404: bestaat niet meer (404), sinds " in text
    assert "Geprobeerd: 1 goed, 0 laten geen programma's toe, 1 mislukt." in text
    assert "Op de lijst Nakijken: 1." in text
    asked = len(site.asked)
    again = said(quiz, *LINKS)
    assert "nu aan de beurt: 0" in again
    assert "Op de lijst Nakijken: 1." in again
    assert len(site.asked) == asked
    assert "nu aan de beurt: 2" in said(quiz, *LINKS, "--older-than", "0", "--dry-run")


@pytest.mark.usefixtures("loaded")
def test_it_goes_on_where_it_was(quiz: Quiz) -> None:
    assert "nu aan de beurt: 1" in said(quiz, *LINKS, "--limit", "1")
    assert "nu aan de beurt: 1" in said(quiz, *LINKS)
    assert "nu aan de beurt: 0" in said(quiz, *LINKS)


@pytest.mark.usefixtures("loaded")
def test_only_of_one_region(quiz: Quiz) -> None:
    assert "nu aan de beurt: 2" in said(quiz, *LINKS, "--region", "gelderland", "--dry-run")
    assert "nu aan de beurt: 0" in said(quiz, *LINKS, "--region", "zeeland", "--dry-run")
    assert "atlantis is geen regio. Kies uit: " in complaint(quiz(*LINKS, "--region", "atlantis"))


@pytest.mark.usefixtures("loaded")
def test_without_a_network_nothing_is_kept(
    quiz: Quiz, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut_off = Manner("Tests", lambda *_: False, pause=0.0)
    monkeypatch.setattr(catalogue_links, "manner_of", lambda _settings: cut_off)
    failed = quiz(*LINKS)
    assert failed.exit_code == 1
    assert "Geen enkele site antwoordt meer" in failed.output
    assert "nu aan de beurt: 2" in said(quiz, *LINKS, "--dry-run")
    assert site.asked == []


@pytest.mark.usefixtures("loaded")
def test_a_link_that_left_the_catalogue_is_forgotten(quiz: Quiz, tmp_path: Path) -> None:
    said(quiz, *LINKS)
    files = small_files()
    (tmp_path / "newer").mkdir()
    write_files(tmp_path / "newer", files)
    said(quiz, "catalogue", "load", str(tmp_path / "newer"))
    assert "Op de lijst Nakijken: 0." in quiz(*LINKS, "--older-than", "0").output


def test_before_anything_is_loaded(quiz: Quiz) -> None:
    said(quiz, "db", "upgrade")
    assert "doe eerst `quiz catalogue load`" in complaint(quiz(*LINKS))


def test_the_database_must_be_there(quiz: Quiz) -> None:
    assert "doe eerst `quiz db upgrade`" in complaint(quiz(*LINKS))


def test_our_name_says_where_we_are(environment: dict[str, str]) -> None:
    settings = Settings.from_environment({**environment, "BASE_URL": "https://quiz.school.nl"})
    assert catalogue_links.manner_of(settings).name.endswith("links (+https://quiz.school.nl)")
