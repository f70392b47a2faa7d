"""Lays pictures of pages out on sheets, as web pages that the browser takes a picture of."""

from base64 import b64encode
from html import escape
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser

# Widths on the sheet, in the order of a row.
WIDTHS = {"phone": 190, "laptop": 440, "projector": 480}
LANGUAGES, SCHEMES = ("nl", "en"), ("light", "dark")
QUALITY = 58
STYLE = """<!DOCTYPE html><style>
body { margin: 0; padding: 14px; background: #c9cbd8; font: 15px system-ui, sans-serif; }
.row { display: flex; gap: 12px; align-items: flex-start; margin-bottom: 12px; }
img { display: block; border-radius: 6px; height: auto; }
h1 { font-size: 18px; margin: 0 0 12px; }
.cover { display: inline-flex; gap: 22px; padding: 22px; background: #e9e9f4; }
.cover img { width: 250px; border-radius: 18px; box-shadow: 0 6px 18px #0003; }
</style>"""


def file_name(name: str, language: str, size: str, scheme: str) -> str:
    """The file of one picture."""
    return f"{name}.{language}.{size}.{scheme}.jpg"


def page(browser: Browser, name: str, folder: Path, target: Path) -> None:
    """One page on one sheet: a row for each language and scheme, a column for each size."""
    rows = [
        "".join(_picture(folder / file_name(name, language, size, scheme), size) for size in WIDTHS)
        for language, scheme in product(LANGUAGES, SCHEMES)
    ]
    body = "".join(f'<div class="row">{row}</div>' for row in rows)
    html = f"{STYLE}<h1>{escape(name)}</h1>{body}"
    width = sum(WIDTHS.values()) + 12 * (len(WIDTHS) - 1) + 28
    view = browser.new_page(viewport={"width": width, "height": 200})
    view.set_content(html)
    view.screenshot(path=target, type="jpeg", quality=QUALITY, full_page=True)
    view.close()


def cover(browser: Browser, pictures: list[str], target: Path) -> None:
    """Some pictures of a phone beside each other, as a PNG."""
    images = "".join(f'<img alt="" src="data:image/png;base64,{each}">' for each in pictures)
    view = browser.new_page(viewport={"width": 900, "height": 640})
    view.set_content(f'{STYLE}<div class="cover">{images}</div>')
    view.locator(".cover").screenshot(path=target)
    view.close()


def index(names: list[str], target: Path) -> None:
    """The page that shows all sheets."""
    lines = [
        "# Every page, as it looks",
        "",
        "Made by `make gallery`: phone, laptop and projector; light and dark; Dutch and English.",
        *(f"\n## {name}\n![{name}]({name}.jpg)" for name in names),
    ]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _picture(path: Path, size: str) -> str:
    data = b64encode(path.read_bytes()).decode()
    return f'<img alt="" width="{WIDTHS[size]}" src="data:image/jpeg;base64,{data}">'
