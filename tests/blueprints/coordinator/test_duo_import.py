"""Files of DUO: known by their columns, only what is in the own region, as any other list."""

import pytest
from flask import Flask

from quiz.usecases.services import Services
from quiz.web.runtime import catalogue
from tests.blueprints.coordinator.people import RIVIERENLAND, at_work
from tests.blueprints.coordinator.rows import form_to, take
from tests.blueprints.coordinator.test_import import UPLOAD, counts, part
from tests.domain.catalogue.duo.files import ALL, LOCATIONS, PROFILES, SECTORS, DuoFile
from tests.visitor import Page, Visitor


def send(visitor: Visitor, *files: tuple[str, bytes], kind: str = "") -> Page:
    """Send several files at once, as the form does."""
    token = form_to(visitor.get(UPLOAD), UPLOAD).values["csrf_token"]
    parts = [part("csrf_token", token.encode()), part("kind", kind.encode())]
    parts += [part(f'file"; filename="{name}', content) for name, content in files]
    how = {"content_type": "multipart/form-data; boundary=deel", "follow_redirects": True}
    return Page(visitor.client.post(UPLOAD, data=b"".join([*parts, b"--deel--\r\n"]), **how))


def of_duo(*files: DuoFile) -> list[tuple[str, bytes]]:
    return [(file.name, file.content()) for file in files]


def test_schools_first_and_then_what_is_taught_there(clean_app: Flask, regio: Visitor) -> None:
    schools = send(regio, *of_duo(LOCATIONS, PROFILES, SECTORS))
    assert "(School)" in schools.text
    assert counts(schools)["Nieuw"] == 1
    assert "Krachtveld" in schools.text
    assert "Zeelyceum" not in schools.text, "that is in Alkmaar"
    then = next(link for link in schools.links() if "/regio/import/" in link and "?" not in link)
    waiting = regio.get(then)
    assert counts(waiting)["Nieuw"] == 0
    assert counts(waiting)["Geweigerd"] == 2
    done = take(regio, schools)
    assert "Overgenomen: 1." in done.text
    assert then in done.links()
    taught = regio.get(then)
    assert (counts(taught)["Nieuw"], counts(taught)["Geweigerd"]) == (2, 0)
    assert "Overgenomen: 2." in take(regio, taught).text
    with clean_app.test_request_context():
        found = [row for row in catalogue().rows["offerings.csv"] if "02ab00" in row.institution_id]
    assert len(found) == 2
    assert "niets nieuws voor jouw regio" in send(regio, *of_duo(LOCATIONS, PROFILES, SECTORS)).text


def test_what_lies_elsewhere_is_not_in_it(clean_app: Flask, services: Services) -> None:
    other = at_work(clean_app, services, RIVIERENLAND, name="ander")
    page = send(other, *of_duo(LOCATIONS, PROFILES, SECTORS))
    assert page.status == 422
    assert "In deze bestanden staat niets nieuws voor jouw regio." in page.text


def test_all_kinds_of_files_at_once(regio: Visitor) -> None:
    page = send(regio, *of_duo(*ALL))
    assert page.status == 200
    assert counts(page)["Geweigerd"] == 0


def test_a_file_of_duo_is_never_taken_with_another_list(regio: Visitor) -> None:
    page = send(regio, *of_duo(LOCATIONS), ("lijst.csv", b"naam;gemeente\nx;Ede\n"), kind="bedrijf")
    assert page.status == 422
    assert "Meer bestanden tegelijk kan alleen met bestanden van DUO." in page.text


@pytest.mark.parametrize("change", ["cut", "twice", "empty", "path"])
def test_what_is_wrong_with_a_file_of_duo_is_said(regio: Visitor, change: str) -> None:
    files = of_duo(LOCATIONS, PROFILES)
    name, content = files[1]
    wrong = {
        "cut": [files[0], (name, content[:-30])],
        "twice": [files[0], files[0]],
        "empty": [files[0], (name, content.splitlines()[0] + b"\r\n")],
        "path": [("../../../../etc/passwd", content)],
    }[change]
    page = send(regio, *wrong)
    assert page.status == 422
    assert "Dit bestand lukt niet." in page.text
