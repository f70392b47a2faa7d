"""`quiz check` reads the pages as a pupil of twelve would."""

from pathlib import Path

from quiz.cli.page_texts import hard_pages
from quiz.config.paths import TEMPLATES

HARD = (
    "De verantwoordelijkheidsverdeling betreffende onderwijsorganisatorische vraagstukken "
    "noodzaakt de desbetreffende bestuursorganen tot voortdurende herbezinning omtrent "
    "arbeidsmarktrelevante opleidingsmogelijkheden in samenwerkingsverbanden van "
    "maatschappelijke instellingen en overheden."
)


def test_our_own_pages_are_easy_enough() -> None:
    assert hard_pages(TEMPLATES) == []


def test_a_page_in_the_words_of_an_office_is_named_with_its_score(tmp_path: Path) -> None:
    _page(tmp_path, HARD)
    [finding] = hard_pages(tmp_path)
    assert finding.startswith("templates/pupil/page.html: reads at -")
    assert finding.endswith("use shorter words")


def test_a_few_words_are_left_to_people(tmp_path: Path) -> None:
    _page(tmp_path, "Toegankelijkheidsverklaring")
    assert hard_pages(tmp_path) == []


def _page(folder: Path, text: str) -> None:
    for room in ("pupil", "public", "parts"):
        (folder / room).mkdir()
    (folder / "pupil" / "page.html").write_text(f'<p>{{{{ _("{text}") }}}}</p>', encoding="utf-8")
