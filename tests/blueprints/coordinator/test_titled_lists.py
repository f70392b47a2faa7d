"""Lists as people make them in Excel: with a title above the columns."""

from io import BytesIO

import xlsxwriter

from tests.blueprints.coordinator.test_import import OWN_LIST, counts, send
from tests.visitor import Visitor

TITLED = "Bedrijven in FoodValley\r\nStand van november 2026\r\n\r\n"


def titled_workbook() -> bytes:
    """A list below a title over all of its columns, as people make them in Excel."""
    content = BytesIO()
    with xlsxwriter.Workbook(content) as book:
        page = book.add_worksheet("Lijst")
        page.merge_range("A1:G1", "Bedrijven in FoodValley")
        for number, line in enumerate(OWN_LIST.splitlines(), 2):
            page.write_row(number, 0, line.split(";"))
    return content.getvalue()


def test_a_title_above_the_columns_does_not_count_and_the_page_says_so(regio: Visitor) -> None:
    padded = "Bedrijven in FoodValley;;;;;;\r\n;;;;;;\r\n"
    for name, content, row in (
        ("titel.csv", (TITLED + OWN_LIST).encode("cp1252"), 4),
        ("excel.csv", (padded + OWN_LIST).encode("utf-8-sig"), 3),
        ("titel.xlsx", titled_workbook(), 3),
    ):
        columns = send(regio, content, name=name)
        told = f"De namen van de kolommen staan op rij {row}. Wat erboven staat, telt niet mee."
        assert told in columns.text, name
        shown = regio.submit(columns, action="columns")
        assert told in shown.text
        assert (counts(shown)["Nieuw"], counts(shown)["Geweigerd"]) == (1, 2)
        assert f"Rij {row + 2} (Zonder Zin)" in shown.text, "as the spreadsheet counts"
    assert "Wat erboven staat" not in send(regio, OWN_LIST.encode()).text


def test_merged_cells_in_the_list_itself_are_refused(regio: Visitor) -> None:
    content = BytesIO()
    with xlsxwriter.Workbook(content) as book:
        page = book.add_worksheet()
        page.merge_range("A1:D1", "Bedrijven")
        page.write_row(1, 0, ["Naam", "Gemeente", "Bron"])
        page.write_row(2, 0, ["Een", "", "https://example.org"])
        page.merge_range("B3:B5", "Ede")
    shown = send(regio, content.getvalue(), name="boek.xlsx")
    assert (shown.status, "De vakken B3:B5 zijn samengevoegd" in shown.text) == (422, True)


def test_a_file_without_known_columns_hears_what_ours_are_called(regio: Visitor) -> None:
    shown = send(regio, b"Wat;Waar\r\nMoba;Barneveld\r\n")
    assert shown.status == 422
    assert "Zet er een rij boven met bijvoorbeeld: Naam; Gemeente; " in shown.text


def test_a_list_on_another_sheet_is_found_and_named(regio: Visitor) -> None:
    content = BytesIO()
    with xlsxwriter.Workbook(content) as book:
        book.add_worksheet("Uitleg").write(0, 0, "Lees dit eerst")
        book.add_worksheet("Leeg")
        page = book.add_worksheet("Onze bedrijven")
        for number, line in enumerate(OWN_LIST.splitlines()):
            page.write_row(number, 0, line.split(";"))
    columns = send(regio, content.getvalue(), name="boek.xlsx")
    told = "Gelezen is het blad Onze bedrijven."
    assert told in columns.text
    shown = regio.submit(columns, action="columns")
    assert (counts(shown)["Nieuw"], told in shown.text) == (1, True)


def test_only_names_of_columns_are_no_list(regio: Visitor) -> None:
    shown = send(regio, OWN_LIST.partition("\n")[0].encode())
    assert shown.status == 422
    assert "Onder de namen van de kolommen staat niets. Zet er rijen onder." in shown.text
