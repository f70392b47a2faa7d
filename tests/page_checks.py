"""What must be true of every page that any test fetches."""

import itertools
from collections import Counter, defaultdict
from xml.etree.ElementTree import Element

from werkzeug.test import TestResponse

from quiz.web.access.outside import is_outside
from tests.kept_words import translatable

Attributes = dict[str, list[tuple[Element, str]]]
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
CONTROLS = ("input", "select", "textarea")
UNLABELLED = {"hidden", "submit", "button"}


def check_headers(response: TestResponse) -> None:
    """Nothing from elsewhere, nothing inline, nothing of a visitor kept by a shared browser."""
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    if response.request.path.startswith("/static/") or is_outside(response.request):
        return
    assert response.headers["Cache-Control"] == "no-store"


def check_page(document: Element, path: str) -> None:
    """Title, language, unique ids, labels, headings, and nothing that the policy would refuse."""
    elements = list(document.iter())
    attributes: Attributes = defaultdict(list)
    for element in elements:
        for name, value in element.attrib.items():
            attributes[name].append((element, value))
    _check_head(document, path)
    _check_ids(attributes, path)
    _check_headings(elements, path)
    _check_controls(document, attributes, path)
    _check_nothing_inline(document, attributes, path)
    _check_addresses(document, attributes, path)
    assert translatable(document) == [], f"{path}: a translator would change these"


def _check_head(document: Element, path: str) -> None:
    root = document if document.tag == "html" else document.find("html")
    assert root is not None
    assert root.get("lang") in {"nl", "en"}, path
    title = "".join(element.text or "" for element in document.findall("./head/title"))
    assert title.endswith("– Zeven Werelden"), f"{path}: title {title!r}"
    assert len(title) > len("– Zeven Werelden") + 3, f"{path}: title says nothing"
    assert len(document.findall(".//main")) == 1, path


def _check_ids(attributes: Attributes, path: str) -> None:
    counts = Counter(value for _element, value in attributes["id"])
    doubles = [name for name, count in counts.items() if count > 1]
    assert not doubles, f"{path}: id used twice: {doubles}"
    for name in ("for", "aria-labelledby", "aria-describedby"):
        for _element, targets in attributes[name]:
            for target in targets.split():
                assert target in counts, f"{path}: {name}={target} leads nowhere"


def _check_headings(elements: list[Element], path: str) -> None:
    levels = [int(element.tag[1]) for element in elements if element.tag in HEADINGS]
    assert levels.count(1) == 1, f"{path}: one h1, not {levels.count(1)}"
    for before, after in itertools.pairwise(levels):
        assert after <= before + 1, f"{path}: heading jumps from h{before} to h{after}"


def _check_controls(document: Element, attributes: Attributes, path: str) -> None:
    labelled = {value for _element, value in attributes["for"]}
    inside = {control for label in document.iter("label") for control in label.iter()}
    for control in itertools.chain(*map(document.iter, CONTROLS)):
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


def _check_nothing_inline(document: Element, attributes: Attributes, path: str) -> None:
    assert document.find(".//style") is None, f"{path}: inline style"
    assert "style" not in attributes, f"{path}: style attribute on {attributes['style']}"
    inline = [name for name in attributes if name.startswith("on")]
    assert not inline, f"{path}: inline script {inline}"
    for script in document.iter("script"):
        assert script.get("src"), f"{path}: inline script"


def _check_addresses(document: Element, attributes: Attributes, path: str) -> None:
    for name in ("src", "action"):
        for _element, address in attributes[name]:
            assert not address.startswith(("http:", "https:", "//")), f"{path}: {address}"
    for link in document.iter("link"):
        assert (link.get("href") or "").startswith("/"), f"{path}: {link.get('href')}"
