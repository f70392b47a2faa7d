"""A list of 300 companies as somebody keeps it in a Dutch Excel, with eight rows that are wrong."""

import csv
from collections.abc import Mapping
from datetime import date, timedelta
from io import BytesIO, StringIO
from typing import NamedTuple

import xlsxwriter

ROWS, OLD = 300, 12
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TOWNS = ("Bennekom", "Wageningen", "Veenendaal", "Barneveld", "Nijkerk", "Rhenen", "Scherpenzeel")
WORLDS = ("Voeding & Natuur", "Hi-tech & Science:0,8; Energie, Water & Veiligheid:0,3")
HEADINGS = (
    *("Bedrijfsnaam", "Plaats", "Werelden", "Wat ze doen", "Wat ze doen, in het Engels"),
    *("Grootte", "Website", "Bron", "Nagekeken op", "Telefoon"),
)
NAME, TOWN, WORLD, DOES, SITE, CHECKED = 0, 1, 2, 3, 6, 8
Row = list[str | date]


class Wrong(NamedTuple):
    """A cell that is wrong: in which column, what stands there, and what is said of it."""

    column: int
    text: str
    said: str


# By the number that Excel shows; the first row holds the headings.
WRONG: Mapping[int, Wrong] = {
    11: Wrong(TOWN, "Alkmaar", "Gemeente: dit ligt buiten jouw regio. Kies een gemeente erin."),
    31: Wrong(TOWN, "Veenendal", "Gemeente: 'Veenendal' kennen we niet als plaats. Bedoel"),
    61: Wrong(WORLD, "eten", "Werelden: 'eten' is geen wereld. Kies uit: Mens & Gezondheid;"),
    91: Wrong(WORLD, "", "Werelden: dit vak is leeg. Vul het in."),
    121: Wrong(SITE, "www.werkplaats", "Website: 'www.werkplaats' is geen webadres. Begin met"),
    151: Wrong(DOES, "", "Wat ze doen: dit vak is leeg. Vul het in."),
    181: Wrong(CHECKED, "vorige week", "Nagekeken op: 'vorige week' is geen datum. Schrijf"),
    211: Wrong(NAME, "Café 't Lab 001", "Naam: dit staat al in rij 2. Haal een van de twee weg."),
}


def workbook(today: date) -> bytes:
    """The list as it came: a workbook with days as days, a bold first row, and the eight."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    day, bold = book.add_format({"num_format": "d-m-yyyy"}), book.add_format({"bold": True})
    sheet = book.add_worksheet("Bedrijven")
    sheet.write_row(0, 0, HEADINGS, bold)
    for number, row in enumerate(_rows(today), 2):
        cells = list(row)
        if number in WRONG:
            wrong = WRONG[number]
            cells[wrong.column] = wrong.text
            if wrong.column == NAME:  # twice is: of one name, in one place
                cells[TOWN] = TOWNS[0]
        for column, cell in enumerate(cells):
            if isinstance(cell, date):
                sheet.write_datetime(number - 1, column, cell, day)
            else:
                sheet.write_string(number - 1, column, cell)
    book.close()
    return file.getvalue()


def mended(today: date) -> bytes:
    """The list without mistakes, saved as "CSV (gescheiden door lijstscheidingsteken)"."""
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(HEADINGS)
    for row in _rows(today):
        writer.writerow(
            f"{cell.day}-{cell.month}-{cell.year}" if isinstance(cell, date) else cell
            for cell in row
        )
    return text.getvalue().encode("cp1252")


def _rows(today: date) -> list[Row]:
    return [
        [
            f"Café 't Lab {number:03}",
            TOWNS[(number - 1) % len(TOWNS)],
            WORLDS[number % len(WORLDS)],
            "Maakt crème en meetapparaten.",
            "Makes cream and instruments.",
            "klein",
            f"https://lab{number}.example/",
            f"https://lab{number}.example/over-ons",
            today - timedelta(days=400 if number <= OLD else 20),
            "0318 12 34 56",
        ]
        for number in range(1, ROWS + 1)
    ]
