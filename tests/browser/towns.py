"""What pupils in twelve towns see, to look at: `python -m tests.browser.towns FOLDER [TOWN...]`.

The towns lie outside the three seed regions. In each of them five pupils, of five school types and
with five tastes, get a result. Of each the whole page is kept with all folds open, as a picture of
a phone, as one of a laptop, and as text: read it as a parent or a decaan of that town would.
"""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from playwright.sync_api import Browser

from quiz.config import paths
from quiz.domain.bank.load import load_bank
from quiz.domain.bank.schema import Bank
from quiz.lab.bench.fast_forms import FastForm
from tests.browser import chromium
from tests.browser.chromium import LAPTOP, PHONE, STILL
from tests.browser.pupil import Fill, Pupil
from tests.live_server import Server

TOWNS = (
    *("Groningen", "Drachten", "Emmen", "Enschede", "Doetinchem", "Lelystad"),
    *("Rotterdam", "Gouda", "Goes", "Tilburg", "Venlo", "Maastricht"),
)
SCHOOLS = (("po", "8"), ("vmbo-bb", "2"), ("vmbo-gl-tl", "3"), ("havo", "3"), ("vwo", "5"))
# Subjects that a pupil loves: somebody for robots, for a lab, who builds, who cares, and so on.
TASTES = (
    *(("robots",), ("lab", "gezondheid-onderzoek"), ("bouwen", "inrichten")),
    *(("hulpmiddelen", "zorg"), ("ontwerpen", "maken"), ("telen", "natuur")),
    *(("software-games", "netwerken-data"), ("stroom", "water"), ("voertuigen", "stad-verkeer")),
    *(("eten",), ("media",), ("handel-logistiek", "maken")),
)
OPEN = "document.querySelectorAll('main details').forEach(fold => { fold.open = true; })"


def main() -> None:
    """Walk everywhere, and say where."""
    path = chromium.required()
    if len(sys.argv) == 1:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with chromium.running(path) as browser, tempfile.TemporaryDirectory() as data:
        server = Server(Path(data))
        server.start()
        for name in walk(browser, server, folder, sys.argv[2:] or TOWNS):
            print(name, flush=True)  # noqa: T201
        server.stop()


def walk(browser: Browser, server: Server, folder: Path, towns: Sequence[str]) -> Iterator[str]:
    """Every school type in every town; the tastes take turns."""
    bank = load_bank(paths.QUESTIONS)
    pupils = [(town, school, year) for town in towns for school, year in SCHOOLS]
    for number, (town, school, year) in enumerate(pupils):
        context = browser.new_context(base_url=server.url, **PHONE, **STILL)
        pupil = Pupil(context.new_page(), seed=number)
        pupil.page.goto("/start")
        pupil.page.locator("#place").fill(town)
        pupil.tell(school, year)
        pupil.arrive("/code", fill=answers(bank, TASTES[number % len(TASTES)], pupil.chance))
        name = f"{town}-{school}"
        keep(pupil, folder / name)
        context.close()
        yield name


def answers(bank: Bank, taste: Sequence[str], chance: Random) -> Fill:
    """Super on what is loved, fair on the rest of those worlds, and not so much elsewhere."""
    loved = {item for tag in taste for item in bank.tags[tag].items}
    worlds = {bank.tags[tag].world for tag in taste}

    def one(name: str) -> str:
        if name in loved:
            return "5"
        return chance.choice("34" if bank.items[name].world in worlds else "1122223")

    def fill(form: FastForm) -> dict[str, str]:
        picked = form.random_values(chance)
        known = {name: one(name) for name in form.choices if name in bank.items}
        own = {"own_world": min(worlds)} if "own_world" in form.choices else {}
        return {**picked, **known, **own}

    return fill


def keep(pupil: Pupil, path: Path) -> None:
    """The page with every fold open: as text, on a phone and on a laptop."""
    page = pupil.page
    page.evaluate(OPEN)
    path.with_suffix(".txt").write_text(page.locator("main").inner_text(), encoding="utf-8")
    page.screenshot(path=path.with_name(f"{path.name}-phone.png"), full_page=True)
    page.set_viewport_size(LAPTOP["viewport"])
    page.screenshot(path=path.with_name(f"{path.name}-laptop.png"), full_page=True)


if __name__ == "__main__":
    main()
