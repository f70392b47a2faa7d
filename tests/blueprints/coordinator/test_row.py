"""One row through the pages: changed, checked, taken away, undone; and two people at once."""

import pytest
from flask import Flask

from quiz.usecases.services import Services
from tests.blueprints.coordinator.people import FOODVALLEY, RIVIERENLAND, at_work
from tests.blueprints.coordinator.rows import MOBA, form_to, press, save, value
from tests.visitor import Visitor


def test_from_the_list_to_a_row_that_everybody_sees_at_once(
    clean_app: Flask, regio: Visitor
) -> None:
    found = regio.get("/regio/aanbod?zoek=moba&soort=bedrijf")
    assert MOBA in found.links()
    saved = save(regio, regio.get(MOBA), name="Moba Eieren")
    assert "Bewaard." in saved.text
    assert "Naam: Moba → Moba Eieren" in saved.text
    public = Visitor(clean_app).get("/werelden/ontwerp-productie-wereldhandel?plaats=Ede")
    assert "Moba Eieren" in public.text
    undone = press(regio, saved, f"{MOBA}/terug")
    assert value(undone, "name") == "Moba"
    assert "Ongedaan gemaakt" in undone.text


def test_a_form_that_changes_nothing_says_so(regio: Visitor) -> None:
    page = save(regio, regio.get(MOBA))
    assert "Er was niets veranderd" in page.text
    assert "Nog niemand hier" in page.text


@pytest.mark.parametrize("between", ["\t", "\r\n", "\v", "\x85"])
def test_two_cells_or_lines_that_are_pasted_stay_two_words(regio: Visitor, between: str) -> None:
    save(regio, regio.get(MOBA), name=f"Moba{between}Eieren")
    assert value(regio.get(MOBA), "name") == "Moba Eieren"


def test_what_is_wrong_stands_at_its_field_and_what_was_typed_stays(regio: Visitor) -> None:
    page = save(regio, regio.get(MOBA), website="www.moba", name="Andere naam")
    assert page.status == 422
    assert "'www.moba' is geen webadres. Begin met https:// of laat het leeg." in page.text
    assert value(page, "name") == "Andere naam"
    mended = save(regio, page, website="https://moba.net")
    assert "Bewaard." in mended.text


def test_who_is_later_sees_both_versions_and_saves_knowingly(
    clean_app: Flask, services: Services, regio: Visitor
) -> None:
    other = at_work(clean_app, services, FOODVALLEY, name="ander")
    mine = other.get(MOBA)
    save(regio, regio.get(MOBA), name="Van de een")
    page = save(other, mine, name="Van de ander")
    assert page.status == 409
    assert "Iemand was je voor" in page.text
    assert "Nu bewaard: Van de een" in page.text
    assert "regio@pact.example" in page.text
    assert value(page, "name") == "Van de ander"
    assert value(regio.get(MOBA), "name") == "Van de een"
    assert "Bewaard." in save(other, page).text
    assert value(regio.get(MOBA), "name") == "Van de ander"


def test_klopt_nog_is_one_press(services: Services, regio: Visitor) -> None:
    page = press(regio, regio.get(MOBA), f"{MOBA}/klopt")
    assert "Klopt nog: vandaag nagekeken." in page.text


def test_what_is_taken_away_can_be_put_back(
    clean_app: Flask, services: Services, regio: Visitor
) -> None:
    other = at_work(clean_app, services, FOODVALLEY, name="ander")
    before = other.get(MOBA)
    gone = press(regio, regio.get(MOBA), f"{MOBA}/weg")
    assert "Leerlingen zien hem niet" in gone.text
    assert MOBA not in regio.get("/regio/aanbod?zoek=moba&soort=bedrijf").links()
    late = save(other, before, name="Te laat")
    assert late.status == 409
    assert "intussen veranderd" in late.text
    back = press(regio, gone, f"{MOBA}/terug")
    assert value(back, "name") == "Moba"
    history = regio.get("/regio/wijzigingen")
    assert "weggehaald" in history.text
    assert "ongedaan gemaakt" in history.text
    assert MOBA in history.links()


@pytest.mark.parametrize("button", ["klopt", "weg", "terug"])
def test_an_old_button_changes_nothing(regio: Visitor, button: str) -> None:
    token = form_to(regio.get(MOBA), MOBA).values["csrf_token"]
    data = {"csrf_token": token, "digest": "x", "version": "9" * 9}
    page = regio.post(f"{MOBA}/{button}", data)
    assert page.status == 409
    assert "er is verder niets gedaan" in page.text


def test_a_school_with_programmes_stays(regio: Visitor) -> None:
    page = regio.get("/regio/aanbod?soort=school&zoek=aeres")
    school = next(link for link in page.links() if link.startswith("/regio/aanbod/school/"))
    refused = press(regio, regio.get(school), f"{school}/weg")
    assert refused.status == 422
    assert "andere rijen horen hierbij" in refused.text


@pytest.mark.parametrize(
    "path",
    [
        MOBA,
        "/regio/aanbod/bedrijf/bestaat-niet",
        "/regio/aanbod/wereld/voeding-natuur",
        "/regio/nieuw/wereld",
    ],
)
def test_rows_of_elsewhere_do_not_exist(
    clean_app: Flask, services: Services, regio: Visitor, path: str
) -> None:
    other = at_work(clean_app, services, RIVIERENLAND, name="ander")
    assert other.get(path).status == 404
    token = form_to(regio.get(MOBA), MOBA).values["csrf_token"]
    assert other.post(path, {"csrf_token": token, "name": "x"}).status in {400, 404}


def test_another_language_keeps_what_was_typed(regio: Visitor) -> None:
    page = save(regio, regio.get(MOBA), name="Half getypt", taal="en")
    assert page.status == 200
    assert value(page, "name") == "Half getypt"
    assert "Save" in page.text
