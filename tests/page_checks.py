"""What must be true of every page that any test fetches."""

import itertools
from collections import Counter
from xml.etree.ElementTree import Element

from werkzeug.test import TestResponse

from tests.kept_words import translatable

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
UNLABELLED = {"hidden", "submit", "button"}


def check_headers(response: TestResponse) -> None:
    """Nothing from elsewhere, nothing inline, nothing kept by a shared browser."""
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    if response.request.path.startswith("/static/"):
        return
    assert response.headers["Cache-Control"] == "no-store"


def check_page(document: Element, path: str) -> None:
    """Title, language, unique ids, labels, headings, and nothing that the policy would refuse."""
    _check_head(document, path)
    _check_ids(document, path)
    _check_headings(document, path)
    _check_controls(document, path)
    _check_nothing_inline(document, path)
    _check_addresses(document, path)
    assert translatable(document) == [], f"{path}: a translator would change these"


def _check_head(document: Element, path: str) -> None:
    root = document if document.tag == "html" else document.find("html")
    assert root is not None
    assert root.get("lang") in {"nl", "en"}, path
    title = "".join(element.text or "" for element in document.findall("./head/title"))
    assert title.endswith("– Zeven Werelden"), f"{path}: title {title!r}"
    assert len(title) > len("– Zeven Werelden") + 3, f"{path}: title says nothing"
    assert len(document.findall(".//main")) == 1, path


def _check_ids(document: Element, path: str) -> None:
    counts = Counter(element.get("id") for element in document.iter() if element.get("id"))
    doubles = [name for name, count in counts.items() if count > 1]
    assert not doubles, f"{path}: id used twice: {doubles}"
    for element in document.iter():
        for name in ("for", "aria-labelledby", "aria-describedby"):
            for target in (element.get(name) or "").split():
                assert target in counts, f"{path}: {name}={target} leads nowhere"


def _check_headings(document: Element, path: str) -> None:
    levels = [int(element.tag[1]) for element in document.iter() if element.tag in HEADINGS]
    assert levels.count(1) == 1, f"{path}: one h1, not {levels.count(1)}"
    for before, after in itertools.pairwise(levels):
        assert after <= before + 1, f"{path}: heading jumps from h{before} to h{after}"


def _check_controls(document: Element, path: str) -> None:
    labelled = {label.get("for") for label in document.iter("label")}
    inside = {control for label in document.iter("label") for control in label.iter()}
    for control in document.iter():
        if control.tag not in {"input", "select", "textarea"}:
            continue
        if control.get("type") in UNLABELLED:
            continue
        named = control.get("id") in labelled or control in inside or control.get("aria-label")
        assert named, f"{path}: {control.get('name')} has no label"
    for form in document.iter("form"):
        if form.get("method", "get").lower() == "post":
            names = {control.get("name") for control in form.iter("input")}
            assert "csrf_token" in names, f"{path}: a form without its token"
    for image in document.iter("img"):
        assert "alt" in image.attrib, f"{path}: an image without alt"


def _check_nothing_inline(document: Element, path: str) -> None:
    for element in document.iter():
        assert element.tag != "style", f"{path}: inline style"
        assert "style" not in element.attrib, f"{path}: style attribute on {element.tag}"
        assert not any(name.startswith("on") for name in element.attrib), f"{path}: inline script"
        if element.tag == "script":
            assert element.get("src"), f"{path}: inline script"


def _check_addresses(document: Element, path: str) -> None:
    for element in document.iter():
        for name in ("src", "action"):
            address = element.get(name) or ""
            assert not address.startswith(("http:", "https:", "//")), f"{path}: {address}"
        if element.tag == "link":
            assert (element.get("href") or "").startswith("/"), f"{path}: {element.get('href')}"
