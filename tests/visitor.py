"""A visitor with a browser of their own; every page they are shown is checked as it arrives."""

from random import Random
from typing import Any
from xml.etree.ElementTree import Element

from flask import Flask
from werkzeug.test import TestResponse

from tests.forms import Form, main_form
from tests.page_checks import check_headers, check_page
from tests.reading_html import parse

MOST_STEPS = 30


class Page:
    """One answer of the server: its status, its words and its main form."""

    def __init__(self, response: TestResponse) -> None:
        self.response = response
        self.status = response.status_code
        self.path = response.request.path
        check_headers(response)
        is_paper = response.mimetype == "application/pdf"
        self.html = "" if is_paper else response.get_data(as_text=True)
        self.is_html = response.mimetype == "text/html" and bool(self.html)
        self.document: Element | None = parse(self.html) if self.is_html else None
        if self.document is not None and not response.location:
            check_page(self.document, self.path)

    @property
    def text(self) -> str:
        """The words inside <main>, with single spaces."""
        main = None if self.document is None else self.document.find(".//main")
        return "" if main is None else " ".join("".join(main.itertext()).split())

    @property
    def form(self) -> Form:
        """The main form; the test fails where there is none."""
        form = None if self.document is None else main_form(self.document)
        assert form is not None, f"no form on {self.path}: {self.text[:200]}"
        return form

    def links(self) -> list[str]:
        """Where the links of the page lead."""
        assert self.document is not None
        return [link.get("href", "") for link in self.document.iter("a")]


class Visitor:
    """Gets and sends pages as a browser without JavaScript does."""

    def __init__(self, app: Flask) -> None:
        self.client = app.test_client()
        self.chance = Random(7)  # noqa: S311

    def get(self, path: str) -> Page:
        """Open a page, following redirects."""
        return Page(self.client.get(path, follow_redirects=True))

    def post(self, path: str, data: dict[str, Any]) -> Page:
        """Send fields, following redirects."""
        return Page(self.client.post(path, data=data, follow_redirects=True))

    def submit(self, page: Page, **fields: str) -> Page:
        """Send the main form of a page as it stands, with these fields filled in."""
        form = page.form
        return self.post(form.action or page.path, {**form.values, **fields})

    def submit_randomly(self, page: Page) -> Page:
        """Send the main form with any valid choice."""
        form = page.form
        return self.post(form.action or page.path, form.random_values(self.chance))

    def start(self, path: str = "/start", **fields: str) -> Page:
        """Fill in the start page and see the code page."""
        return self.submit(self.get(path), **{"school_type": "havo", "year": "2", **fields})

    def begin(self, path: str = "/start", **fields: str) -> Page:
        """Start, go past the code page, and see the first block."""
        return self.submit(self.start(path, **fields))

    def answer_all(self, page: Page, value: str) -> Page:
        """Answer every question of the page with one value and see what comes next."""
        form = page.form
        answers = {name: value for name, options in form.choices.items() if value in options}
        return self.post(form.action, {**form.values, **answers})

    def walk_to_result(self, path: str = "/start") -> Page:
        """Go the whole way with random valid choices."""
        page = self.get(path)
        for _step in range(MOST_STEPS):
            if page.path == "/resultaat":
                return page
            page = self.submit_randomly(page)
        raise AssertionError(f"no result after {MOST_STEPS} pages; now at {page.path}")
