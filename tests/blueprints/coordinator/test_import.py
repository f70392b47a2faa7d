"""A file comes in, shows what it would do, and its ticked rows go along: all of them, or none."""

import re

import pytest
from flask import Flask

from quiz.usecases.services import Services
from quiz.web.runtime import catalogue
from tests.blueprints.coordinator.people import FOODVALLEY, RIVIERENLAND, at_work
from tests.blueprints.coordinator.rows import MOBA, boxes, form_to, press, save, take, value
from tests.visitor import Page, Visitor

UPLOAD = "/regio/import"
OWN_LIST = """Naam;Gemeente;Werelden;Wat ze doen;what_they_do_en;Bron;Telefoon
Nieuwe Fabriek;Ede;voeding-natuur:0,8;Maakt iets eetbaars.;Makes something.;https://example.org;0318
Zonder Zin;Ede;voeding-natuur:1;;Makes.;https://example.org;0318
Ver Weg;Alkmaar;voeding-natuur:1;Maakt iets.;Makes.;https://example.org;072
"""


def send(visitor: Visitor, content: bytes, kind: str = "bedrijf", name: str = "lijst.csv") -> Page:
    """Send a file as the form does, and follow where it leads."""
    token = form_to(visitor.get(UPLOAD), UPLOAD).values["csrf_token"]
    parts = [part("csrf_token", token.encode()), part("kind", kind.encode())]
    body = b"".join([*parts, part(f'file"; filename="{name}', content), b"--deel--\r\n"])
    how = {"content_type": "multipart/form-data; boundary=deel", "follow_redirects": True}
    return Page(visitor.client.post(UPLOAD, data=body, **how))


def part(name: str, content: bytes) -> bytes:
    """One field of a form with a file, as a browser sends it."""
    head = f'--deel\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'
    return head.encode() + content + b"\r\n"


def counts(page: Page) -> dict[str, int]:
    """How many rows of each outcome."""
    found = re.findall(r"(Nieuw|Gewijzigd|weggehaald|Hetzelfde|Geweigerd): ([\d.]+)", page.text)
    return {word: int(number.replace(".", "")) for word, number in found}


def export(visitor: Visitor, kind: str = "bedrijf") -> str:
    return visitor.get(f"/regio/aanbod/{kind}.csv").response.text


def test_a_list_of_ones_own_from_a_dutch_excel(clean_app: Flask, regio: Visitor) -> None:
    columns = send(regio, OWN_LIST.encode("cp1252"))
    assert "Wat staat in welke kolom?" in columns.text
    assert value_of_select(columns, "kolom-0") == "name"
    assert value_of_select(columns, "kolom-6") == ""
    shown = regio.submit(columns, action="columns")
    assert counts(shown)["Nieuw"] == 1
    assert counts(shown)["Geweigerd"] == 2
    assert "Rij 3 (Zonder Zin): Wat ze doen: dit vak is leeg. Vul het in." in shown.text
    assert "Rij 4 (Ver Weg): Gemeente: dit ligt buiten jouw regio" in shown.text
    with clean_app.test_request_context():
        assert "nieuwe-fabriek" not in catalogue().companies
    done = take(regio, shown)
    assert "Overgenomen: 1." in done.text
    assert (counts(done)["Hetzelfde"], counts(done)["Nieuw"]) == (1, 0)
    with clean_app.test_request_context():
        assert dict(catalogue().companies["nieuwe-fabriek"].worlds) == {"voeding-natuur": 0.8}
    assert "uit een bestand" in regio.get("/regio/wijzigingen").text


def value_of_select(page: Page, name: str) -> str:
    assert page.document is not None
    select = next(each for each in page.document.iter("select") if each.get("name") == name)
    options = [each for each in select.iter("option") if "selected" in each.attrib]
    return options[0].get("value", "") if options else ""


def test_the_own_export_changes_nothing(regio: Visitor) -> None:
    for kind in ("bedrijf", "evenement", "school", "opleiding"):
        page = send(regio, export(regio, kind).encode(), kind)
        found = counts(page)
        assert found.pop("Hetzelfde") > 0, kind
        assert set(found.values()) == {0}, (kind, page.text[:600])


def test_changes_are_shown_cell_by_cell(regio: Visitor) -> None:
    text = export(regio).replace("Moba,GM0203", "Moba BV,Ede")
    shown = send(regio, text.encode())
    assert counts(shown)["Gewijzigd"] == 1
    assert "Naam: Moba → Moba BV" in shown.text
    assert "Gemeente: Barneveld → Ede" in shown.text
    take(regio, shown)
    assert value(regio.get(MOBA), "name") == "Moba BV"


def test_what_somebody_changed_here_waits_for_a_tick(regio: Visitor) -> None:
    text = export(regio)
    save(regio, regio.get(MOBA), name="Van ons")
    shown = send(regio, text.encode())
    assert counts(shown)["weggehaald"] == 1
    assert "Naam: Van ons → Moba" in shown.text
    assert [each for each in boxes(shown) if "checked" in each.attrib] == []
    page = take(regio, shown, *[int(each.get("value", "")) for each in boxes(shown)])
    assert "Overgenomen: 1." in page.text
    assert value(regio.get(MOBA), "name") == "Moba"


def test_what_was_taken_away_comes_back_only_with_a_tick(regio: Visitor) -> None:
    text = export(regio)
    press(regio, regio.get(MOBA), f"{MOBA}/weg")
    shown = send(regio, text.encode())
    assert "Deze rij is hier weggehaald" in shown.text
    assert "Overgenomen: 0." in take(regio, shown).text
    take(regio, shown, int(boxes(shown)[0].get("value", "")))
    assert value(regio.get(MOBA), "name") == "Moba"


def test_what_moved_meanwhile_is_shown_again_and_nothing_is_taken_over(regio: Visitor) -> None:
    shown = send(regio, export(regio).replace("Moba,GM0203", "Moba BV,GM0203").encode())
    save(regio, regio.get(MOBA), name="Anders")
    again = take(regio, shown)
    assert again.status == 409
    assert "intussen iets veranderd" in again.text
    assert value(regio.get(MOBA), "name") == "Anders"


def test_a_file_waits_for_its_own_account_alone(
    clean_app: Flask, services: Services, regio: Visitor
) -> None:
    shown = send(regio, export(regio).encode(), name="companies.csv")
    assert shown.path in regio.get(UPLOAD).links()
    other = at_work(clean_app, services, FOODVALLEY, name="ander")
    assert shown.path not in other.get(UPLOAD).links()
    assert other.get(shown.path).status == 404
    assert at_work(clean_app, services, RIVIERENLAND, name="ver").get(shown.path).status == 404
    values = form_to(shown, shown.path).values
    gone = regio.post(shown.path, {"csrf_token": values["csrf_token"], "action": "drop"})
    assert shown.path not in gone.links()
    assert regio.get(shown.path).status == 404


def test_what_is_no_list_is_refused_with_a_reason(regio: Visitor) -> None:
    for content in (
        b"",
        b"\x00" * 50,
        b"PK\x03\x04kapot",
        b"\xd0\xcf\x11\xe0oud",
        b"%PDF-1.7",
        b"<!doctype html><html>",
        b"x;y\n1;2\n",
        b"name\n" + b"x\n" * 12_000,
        "naam;gemeente\n".encode("utf-16"),
        bytes(range(256)) * 20,
    ):
        page = send(regio, content)
        assert page.status in {200, 422}, content
        if page.status == 422:
            assert "Dit bestand lukt niet." in page.text, content


@pytest.mark.parametrize("kind", ["", "wereld"])
def test_without_a_kind_or_a_file_it_asks_again(regio: Visitor, kind: str) -> None:
    assert send(regio, b"name\nx\n", kind).status == 422


def test_a_file_may_be_larger_than_a_form_but_not_without_end(regio: Visitor) -> None:
    line = "x" * 100
    large = "id,name\n" + "".join(f"{line}{n},y\n" for n in range(3_000))
    assert len(large) > 300_000
    assert send(regio, large.encode()).status == 200
    assert send(regio, b"id,name\n" + b"x" * (8 << 20)).status == 413
