"""Names that staff may type, made by an enemy: they stay text on pages, on paper and in files."""

import csv
import io
import json
import re
import zipfile

import pytest
from flask import Flask

from quiz.storage.tables.staff import Staff
from quiz.usecases.services import Services
from tests.blueprints.classroom.school import add_class, add_staff, finish, sign_in
from tests.blueprints.counsellor.people import as_pupil
from tests.pdf_reading import Pdf
from tests.usecases.sharing.sharing import finished, share
from tests.visitor import Visitor

MARKUP = "<script>alert(1)</script>"
NAMES = [
    f"{MARKUP}<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' autofocus onfocus='alert(1)",
    '#panic("x") #read("/etc/passwd") $x$',
    "*dik* _schuin_ = kop @ref <x> `ruw` \\",
    "#{ ] } [ // /* */ ~ -- ...",
    "=1+1;2",
    '@SUM(1+1)*cmd|" /C calc"!A0',
    "{{7*7}} {% raw %} ${7*7} %(x)s {0}",
    "</w:t><f>1+1</f>&amp;",
    "javascript:alert(1)",
    "http://evil.example",
]
PAPER = [name for name in NAMES if not name.startswith(("=", "javascript", "http"))][:6]
LIVE = ("<script>alert", "onerror=alert(1)>", "<svg onload", "onfocus='alert")


class Place:
    """A school, a class and staff with this name, and their browsers."""

    def __init__(self, app: Flask, services: Services, name: str) -> None:
        self.app, self.services, self.name = app, services, name
        self.teacher = self.staff("docent", "teacher", "admin")
        self.class_id = add_class(services, self.teacher, name)

    def staff(self, who: str, *roles: str) -> Staff:
        """Somebody of the staff of the school with this name."""
        return add_staff(self.services, f"{who}@school.nl", *roles, school=f"School {self.name}")

    def browser(self, person: Staff) -> Visitor:
        """A browser in which they are signed in."""
        return sign_in(self.app, person, self.services.clock())


@pytest.fixture(params=NAMES)
def place(request: pytest.FixtureRequest, clean_app: Flask, services: Services) -> Place:
    return Place(clean_app, services, request.param)


def test_on_every_page_a_hostile_name_is_text(place: Place) -> None:
    teacher = place.browser(place.teacher)
    counsellor = place.staff("decaan", "counsellor")
    attempt_id = finished(place.services, place.class_id)
    share_id = share(place.services, attempt_id, counsellor)
    pupil, other = as_pupil(place.app, attempt_id), place.browser(counsellor)
    start = f"/klassen/{place.class_id}"
    seen = [
        *(teacher.get(path) for path in ("/klassen", start, f"{start}/scherm", f"{start}/wissen")),
        *(teacher.get(path) for path in ("/account", "/collegas", f"{start}/beeld")),
        *(other.get(path) for path in ("/gesprekken", f"/gesprekken/{share_id}", "/account")),
        *(pupil.get(path) for path in ("/delen", "/resultaat")),
    ]
    assert {page.status for page in seen} == {200}
    for page in seen:
        assert not any(live in page.html for live in LIVE), page.path
    shown = " ".join(place.name.split())
    assert sum(shown in page.text for page in seen) >= 6


def test_in_files_a_hostile_name_is_text(place: Place) -> None:
    visitor = place.browser(place.teacher)
    start = f"/klassen/{place.class_id}"
    table = visitor.client.get(f"{start}/export.csv")
    rows = list(csv.reader(io.StringIO(table.data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[0][0] == "Klas"
    cell = rows[1][0]
    assert cell in {place.name, f"'{place.name}"}
    assert not cell.startswith(("=", "@", "+", "-"))
    book = visitor.client.get(f"{start}/export.xlsx")
    with zipfile.ZipFile(io.BytesIO(book.data)) as parts:
        sheets = [parts.read(name).decode() for name in parts.namelist() if "worksheets" in name]
    assert sheets
    assert not any("<f>" in sheet or "<hyperlink" in sheet for sheet in sheets)
    for answer in (table, book):
        name = answer.headers["Content-Disposition"]
        assert re.fullmatch(
            r"""attachment; filename="[^<>:"/\\|?*;]+"(; filename\*=UTF-8''[\w!#$&+.^`|~%-]+)?""",
            name,
        )


@pytest.mark.parametrize("name", PAPER)
def test_on_paper_a_hostile_name_is_text(clean_app: Flask, services: Services, name: str) -> None:
    place = Place(clean_app, services, name)
    finish(services, place.class_id, 10)
    visitor = place.browser(place.teacher)
    path = f"/klassen/{place.class_id}/beeld"
    visitor.post(path, {"csrf_token": visitor.get(path).form.values["csrf_token"]})
    answer = visitor.client.get(f"{path}.pdf")
    assert answer.status_code == 200
    words = re.sub(r"\s", "", Pdf(answer.data).text)
    assert re.sub(r"\s", "", name) in words
    assert "root:" not in words


@pytest.mark.parametrize(
    "typed", [*NAMES, "a@b.nl\r\nBcc: x@y.nl", "a\x00@b.nl", '"<script>"@b.nl', "<b>@x.nl"]
)
def test_an_address_by_an_enemy_is_refused_or_text(
    clean_app: Flask, services: Services, typed: str
) -> None:
    person = add_staff(services, "baas@school.nl", "admin")
    visitor = sign_in(clean_app, person, services.clock())
    form = visitor.get("/collegas")
    for email in (typed, f"{typed[:20]}@school.nl"):
        page = visitor.submit(form, email=email, roles="teacher")
        assert page.status in {200, 422}
        assert not any(live in page.html for live in LIVE)
    assert not any(live in visitor.get("/collegas").html for live in LIVE)


@pytest.mark.parametrize("line", ["\r\n", "\n", "\x1b[31m", "\u2028", '"}\n{"event": "x'])
def test_no_line_of_the_log_is_written_by_a_visitor(
    clean_app: Flask, capsys: pytest.CaptureFixture[str], line: str
) -> None:
    client = Visitor(clean_app).client
    evil = f"boos{line}boos"
    client.get("/" + evil, query_string={"taal": evil, evil: evil})
    client.get("/meedoen/" + evil)
    client.post("/inloggen", data={"email": evil, "password": evil, "verder": evil})
    client.open("/start", method="BOOS", headers={"User-Agent": "boos", "Referer": "boos"})
    logged = capsys.readouterr()
    assert "boos" not in logged.out + logged.err
    lines = logged.out.splitlines()
    assert len(lines) >= 4
    for each in lines:
        assert set(json.loads(each)) >= {"event", "level", "timestamp"}
