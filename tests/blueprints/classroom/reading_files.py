"""Files of a class as a program of somebody else reads them."""

import csv
import html
import io
import re
import zipfile

from quiz.domain.spreadsheets.workbooks import sheet_rows
from tests.visitor import Visitor

Figures = list[tuple[float, float, int | None]]


def download(visitor: Visitor, class_id: int, name: str) -> bytes:
    """A file of a class, which has a name of its own and is kept nowhere on the way."""
    response = visitor.client.get(f"/klassen/{class_id}/{name}")
    assert response.status_code == 200
    header = response.headers["Content-Disposition"]
    assert re.match(r'attachment; filename="(Klas|Class).* \d{4}-\d\d-\d\d', header)
    assert response.headers["Cache-Control"] == "no-store"
    content: bytes = response.data
    return content


def csv_rows(content: bytes) -> list[list[str]]:
    """The rows of a CSV file, headings included."""
    text = content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def sheet(content: bytes, title: str) -> list[list[str]]:
    """The rows of a sheet that hold something."""
    return [row for _number, row in sheet_rows(io.BytesIO(content), title, exactly=True)]


def in_csv(text: str) -> Figures:
    """The figures of a table of worlds, with counts or without that column."""
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    counts = [row.get("In de top drie", "") for row in rows]
    return [
        (_number(row["Gemiddelde"]), _number(row["Spreiding"]), int(n) if n.isdigit() else None)
        for row, n in zip(rows, counts, strict=True)
    ]


def in_page(text: str) -> Figures:
    """The figures of worlds on a page with a picture: counts beside the words, others in a fold."""
    tables = [html.unescape(each.partition("</tbody>")[0]) for each in text.split("<tbody>")[1:]]
    if len(tables) < 3:
        return []
    worlds, _types, fold = tables[:3]
    counts = [re.search(r"(\d+) van de", row) for row in worlds.split("</tr>")[:-1]]
    figures = re.findall(r'class="number">(\S+)</td>\s*<td class="number">(\S+)</td>', fold)
    return [
        (_number(mean), _number(spread), int(count[1]) if count else None)
        for (mean, spread), count in zip(figures, counts, strict=True)
    ]


def numbers_in(book: bytes) -> list[float]:
    """The numbers in the two tables of the picture; what the chart keeps of them is the same."""
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        sheets = [parts.read(f"xl/worksheets/sheet{at}.xml").decode() for at in (2, 3)]
        chart = parts.read("xl/charts/chart1.xml").decode()
    cells = [
        cell
        for sheet in sheets
        for kind, cell in re.findall(r'<c r="[A-Z0-9]+"([^>]*)><v>([^<]*)</v>', sheet)
        if 't="s"' not in kind
    ]
    kept = re.findall(r"<c:v>(-?[0-9.]+)</c:v>", chart)
    assert {float(each) for each in kept} <= {float(each) for each in cells}
    return sorted(float(cell) for cell in cells)


def _number(text: str) -> float:
    return float(text.replace(",", ".").replace("−", "-"))
