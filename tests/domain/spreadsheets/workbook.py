"""Workbooks made by hand, to say what no writer would say."""

import zipfile
from io import BytesIO
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
DEFLATED = zipfile.ZIP_DEFLATED


def sheet(rows: str, after: str = "", before: str = "") -> str:
    """The part of a sheet with these rows."""
    return f'{before}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'


def cells(*texts: str, row: int = 1) -> str:
    """A row of texts that stand in the cells themselves."""
    inside = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)
    return f'<row r="{row}">{inside}</row>'


def relations(*targets: tuple[str, str]) -> str:
    """A part with relations: kind and target, numbered r1, r2, ..."""
    inside = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}">{inside}</Relationships>'


def parts(*sheets: str, book: str = "", names: tuple[str, ...] = ()) -> dict[str, str]:
    """The parts of a workbook with these sheets; `book` goes before its list of sheets."""
    listed = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="r{number}"/>'
        for number, name in enumerate(names or [f"Blad{n}" for n, _ in enumerate(sheets, 1)], 1)
    )
    targets = [("worksheet", f"worksheets/sheet{n}.xml") for n, _ in enumerate(sheets, 1)]
    others = [("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")]
    return {
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{book}'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": relations(*targets, *others),
        **{f"xl/worksheets/sheet{n}.xml": text for n, text in enumerate(sheets, 1)},
    }


def packed(content: dict[str, str], method: int = DEFLATED) -> bytes:
    """A zip of these parts."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, text in content.items():
            archive.writestr(name, text)
    return target.getvalue()


def book(rows: str) -> bytes:
    """A workbook with one sheet of these rows."""
    return packed(parts(sheet(rows)))


def write(folder: Path, content: bytes, name: str = "table.xlsx") -> Path:
    """Write a file, and give its path."""
    path = folder / name
    path.write_bytes(content)
    return path
