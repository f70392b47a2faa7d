"""What a teacher prints, puts in a presentation or sends on: every file is worth it by itself."""

import io
import re
import zipfile
from itertools import combinations_with_replacement
from xml.etree import ElementTree

import pytest
from werkzeug.http import parse_options_header

from quiz.domain.bank.texts import load_texts
from quiz.storage.tables.staff import Staff
from quiz.usecases.services import Services
from quiz.web.responses.typesetting import picture_bytes
from tests.blueprints.classroom.reading_files import download, sheet
from tests.blueprints.classroom.school import add_class, finish
from tests.pdf_reading import Pdf
from tests.visitor import Visitor


def test_two_files_of_two_classes_have_two_names(
    services: Services, at_work: Visitor, teacher: Staff, pictured: int
) -> None:
    other = add_class(services, teacher, "Kader 2B/2C ✨")
    names = [
        at_work.client.get(f"/klassen/{each}/{file}").headers["Content-Disposition"]
        for each in (pictured, other)
        for file in ("export.csv", "export.xlsx", "beeld.pdf")
    ]
    assert len(set(names)) == len(names)
    last = parse_options_header(names[-1])[1]["filename"]
    assert re.match(r"Klas Kader 2B-2C ✨ 20\d\d-\d\d-\d\d", last), last


def test_the_first_sheet_is_a_page_to_print_with_a_chart(at_work: Visitor, pictured: int) -> None:
    content = download(at_work, pictured, "export.xlsx")
    words = [cell for row in sheet(content, "Klassenbeeld") for cell in row]
    assert words[0] == "Klassenbeeld van 2B"
    assert any("deze groep" in cell or "Geen wereld springt eruit" in cell for cell in words)
    assert any(cell.startswith("Niet getoond: ") for cell in words) == ("niet getoond" in words)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", words[words.index("Klassenbeeld van") + 1])
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        parts = {name: book.read(name).decode() for name in book.namelist() if "xml" in name}
    pages = [parts[f"xl/worksheets/sheet{number}.xml"] for number in (1, 2, 3)]
    assert all('orientation="landscape"' in page and "fitToPage" in page for page in pages)
    assert "<c:barChart>" in parts["xl/charts/chart1.xml"]
    assert 'numFmtId="16' in parts["xl/styles.xml"]
    assert 'formatCode="0.0"' in parts["xl/styles.xml"]
    assert "<dc:creator>Zeven Werelden</dc:creator>" in parts["docProps/core.xml"]
    assert "<dc:title>Klassenbeeld van 2B</dc:title>" in parts["docProps/core.xml"]
    for title in ("Werelden", "Aanpak van techniek"):
        assert len(sheet(content, title)) in {8, 6}


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_the_planets_are_a_picture_for_a_presentation(
    at_work: Visitor, pictured: int, kind: str
) -> None:
    content = download(at_work, pictured, f"beeld.{kind}")
    if kind == "png":
        assert content.startswith(b"\x89PNG")
        size = [int.from_bytes(content[at : at + 4], "big") for at in (16, 20)]
        assert size == [1920, 1080]
    else:
        assert ElementTree.fromstring(content).tag.endswith("svg")  # noqa: S314
        assert b"http" not in re.sub(rb'xmlns(:\w+)?="[^"]+"', b"", content)


def test_before_a_picture_there_are_no_planets_todownload(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    finish(services, class_id, 3)
    for kind in ("png", "svg"):
        assert at_work.get(f"/klassen/{class_id}/beeld.{kind}").path == f"/klassen/{class_id}/beeld"


def test_the_planets_stay_on_one_slide_however_many_stand_out(services: Services) -> None:
    """Also with the longest names of eight classes together."""
    worlds = [
        {"id": each, "name": load_texts("nl").worlds[each].name} for each in services.bank.worlds
    ]
    for above, below in combinations_with_replacement(range(8), 2):
        split = (worlds[:above], worlds[above:below], worlds[below:])
        groups = [
            {"title": "Trekt nu minder dan de andere werelden", "size": size, "worlds": found}
            for size, found in zip((3, 2, 1), split, strict=True)
            if found
        ]
        words = {"title": "Kader 2B " * 35, "headline": "Wereld " * 14, "foot": "Voet"}
        content = {"language": "nl", "groups": groups, **words}
        assert picture_bytes("class_planets", content, "svg").startswith(b"<svg")


def test_what_is_near_by_stands_on_paper_with_what_it_does_and_its_website(
    at_work: Visitor, pictured: int
) -> None:
    paper = Pdf(download(at_work, pictured, "beeld.pdf")).text
    page = at_work.get(f"/klassen/{pictured}/beeld")
    near, others = page.text.partition("Bedrijven in de buurt")[2], "Vraag er een om een gastles"
    assert others in near
    assert re.search(r"\w\.(nl|com|org|eu)", paper.partition("Bedrijven in de buurt")[2])
    assert "Gespreksvragen" in paper
