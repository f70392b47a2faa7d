"""A picture that is refused closes nothing, one that loses its counts says so, and two beside."""

from playwright.sync_api import Page, expect

from tests.browser.chromium import LAPTOP, PHONE
from tests.browser.conftest import OpenPage
from tests.browser.judges import judge
from tests.browser.staff_tour import fill
from tests.browser.teacher import Teacher
from tests.live_server import Server

DRAWN = "all => all.map(each => getComputedStyle(each).display !== 'none')"
LONELY = """() => [...document.querySelectorAll('main h2, main h3')]
  .filter(each => each.checkVisibility() && !each.closest('summary'))
  .filter(each => {
    let next = each.nextElementSibling;
    while (next && !next.checkVisibility()) next = next.nextElementSibling;
    return !next || next.matches('h2');
  }).map(each => each.innerText)"""


def test_renewing_and_comparing_say_what_they_do(own_server: Server, open_page: OpenPage) -> None:
    page = open_page(own_server, **LAPTOP)
    teacher = Teacher(page, own_server)
    teacher.sign_in()
    first = _pictured(page, teacher, own_server, "2B techniek", 22)
    _a_refused_renewal_closes_nothing(page, first)
    second = _pictured(page, teacher, own_server, "2C techniek", 12)
    _two_beside_each_other(page, first, second)
    page.go_back()
    assert not judge(page, "beside each other")
    _on_paper(page, f"/klassen/{second}/beeld")
    _on_paper(page, f"/klassen/{second}/les")
    plain = open_page(own_server, java_script_enabled=False, **PHONE)
    Teacher(plain, own_server).sign_in()
    _two_beside_each_other(plain, first, second)


def _pictured(page: Page, teacher: Teacher, server: Server, name: str, pupils: int) -> int:
    """A class of so many who are ready, with its picture."""
    class_id = teacher.make_class(name)
    fill(server, teacher.code(), pupils)
    page.goto(f"/klassen/{class_id}/beeld")
    page.get_by_role("button", name="Sluit de klas en maak het beeld").click()
    expect(page.locator("h1")).to_have_text(f"Klassenbeeld van {name}")
    return class_id


def _a_refused_renewal_closes_nothing(page: Page, class_id: int) -> None:
    """The counts that would go are announced; nothing new is made, and the class stays open."""
    page.goto(f"/klassen/{class_id}")
    page.get_by_role("button", name="Zet weer open").click()
    page.goto(f"/klassen/{class_id}/beeld")
    renewing = page.locator("section", has=page.get_by_role("heading", name="Het beeld vernieuwen"))
    expect(renewing).to_contain_text("In een nieuw beeld staan geen aantallen")
    renewing.get_by_role("button", name="Maak een nieuw beeld").click()
    expect(page.get_by_role("status")).to_contain_text("Er is geen nieuw beeld gemaakt")
    expect(page.locator("main")).to_contain_text("In de top drie")
    page.goto(f"/klassen/{class_id}")
    expect(page.locator("main")).to_contain_text("Open tot")


def _on_paper(page: Page, path: str) -> None:
    """What only a press does is not printed, nor a heading of which nothing else is printed."""
    page.goto(path)
    page.emulate_media(media="print")
    links = page.get_by_role("navigation", name="Deze klas").or_(page.locator(".files, form"))
    assert not any(each.is_visible() for each in links.all())
    assert page.locator("h1").is_visible()
    drawn = page.locator("svg .spread").evaluate_all(DRAWN)
    assert all(drawn), "the line that says how far apart pupils are"
    assert page.evaluate(LONELY) == []
    page.emulate_media(media="screen")


def _two_beside_each_other(page: Page, first: int, second: int) -> None:
    """Chosen from the list of classes: one line for each world, and the same as a table."""
    page.goto("/klassen")
    page.get_by_role("link", name="Zet klassen naast elkaar").click()
    for name in ("2B techniek", "2C techniek"):
        page.get_by_role("checkbox", name=name).check()
    page.get_by_role("button", name="Zet naast elkaar").click()
    expect(page.locator(".beside li")).to_have_count(7)
    expect(page.locator(".beside svg").first.locator("circle")).to_have_count(2)
    expect(page.get_by_role("table").locator("tbody tr")).to_have_count(7)
    chosen = {f"beeld={first}.1", f"beeld={second}.1"}
    assert chosen <= set(page.url.split("?", 1)[1].split("&")), "to keep, and to send on"
    page.goto(page.url.replace(f"beeld={second}.1", "beeld=999999.1"))
    expect(page.locator("h1")).to_have_text("Deze pagina bestaat niet")
