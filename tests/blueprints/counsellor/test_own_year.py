"""The own school year of a counsellor: counts of what was done, each thing once."""

import re

from flask import Flask

from quiz.storage.tables.staff import Staff
from quiz.usecases.services import Services
from tests.blueprints.classroom.school import sign_in
from tests.usecases.sharing.sharing import counsellor, finished, share
from tests.visitor import Page, Visitor


def _first_step(page: Page) -> str:
    """The number of the first agreed step on the page of a talk."""
    assert page.document is not None
    fields = page.document.iter("input")
    return next(each.get("value", "") for each in fields if each.get("name") == "step")


def test_a_step_that_came_back_or_was_sent_twice_counts_once_in_the_own_year(
    services: Services, decaan: Staff, talking: Visitor
) -> None:
    talk = f"/gesprekken/{share(services, finished(services), decaan)}"
    token = talking.get(talk).form.values["csrf_token"]
    month = services.this_month()

    def press(**fields: str) -> Page:
        return talking.post(f"{talk}/stappen", {"csrf_token": token, **fields})

    for _press in range(2):
        press(action="add", kind="visit", month=month)
    press(action="remove", step=_first_step(talking.get(talk)))
    press(action="undo", weg="visit", maand=month)
    number = _first_step(talking.get(talk))
    for _press in range(2):
        press(action="done", step=number)
    told = talking.get("/gesprekken").text
    assert "Gesprekken 1 Stappen afgesproken 1 Stappen gedaan 1" in told


def test_the_own_year_is_counts_of_what_this_counsellor_did(
    clean_app: Flask, services: Services, decaan: Staff, talking: Visitor
) -> None:
    assert "Jouw schooljaar" not in talking.get("/gesprekken").text
    talks = [f"/gesprekken/{share(services, finished(services), decaan)}" for _each in range(2)]
    page = talking.get(talks[0])
    token = page.form.values["csrf_token"]
    month = {"csrf_token": token, "month": services.this_month(), "action": "add"}
    for kind in ("visit", "open-day"):
        talking.post(f"{talks[0]}/stappen", {**month, "kind": kind})
    number = _first_step(talking.get(talks[0]))
    talking.post(f"{talks[0]}/stappen", {"csrf_token": token, "action": "done", "step": number})
    talking.post(f"{talks[0]}/klaar", {"csrf_token": token})
    told = talking.get("/gesprekken").text
    assert "Gesprekken 2 Stappen afgesproken 2 Stappen gedaan 1" in told, "also after the end"
    assert re.search(r"Afgesproken per maand: \w+ \d{4}: 2", told)
    colleague = sign_in(clean_app, counsellor(services, "collega"), services.clock())
    assert "Jouw schooljaar" not in colleague.get("/gesprekken").text
