"""A content folder of our own, in order, that a test may break at one place."""

import shutil
from collections.abc import Callable
from itertools import islice, product
from pathlib import Path
from string import ascii_lowercase
from typing import Any

import pytest
import yaml

from quiz.config import paths
from quiz.domain.bank.load import load_bank

Change = Callable[[str, Callable[[Any], object]], None]

COPIED = (
    "worlds.yaml",
    "scale.yaml",
    "bank.yaml",
    "tech_type.yaml",
    "tags.yaml",
    "zoom.yaml",
    "national.yaml",
    "sources.yaml",
    "texts/nl.yaml",
    "texts/en.yaml",
)


def write(path: Path, content: object) -> None:
    """Write content as YAML, and make the folder where needed."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), "utf-8")


def world_page() -> dict[str, Any]:
    """Make the page of one world, short and complete."""
    jobs = {"vmbo-mbo": ["maker"], "mbo-4": ["technicus"], "hbo": ["ingenieur"], "wo": ["denker"]}
    return {
        "name": "Wereld",
        "short": "Hier maak je iets.",
        "do": ["Je maakt iets."],
        "make": ["Een ding."],
        "jobs": jobs,
        "surprise": ["Je werkt vaak samen."],
    }


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of our questions, with small world pages, results and return words around them."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "words").mkdir()
    for name in COPIED:
        shutil.copy(paths.QUESTIONS / name, tmp_path / name)
    shutil.copytree(paths.QUESTIONS / "signed", tmp_path / "signed")
    bank = load_bank(tmp_path)
    results = {
        "messages": {
            "top.clear": "Kijk eens bij {world}.",
            "moment.po": "Kijk nog rond.",
            "profile.nt.name": "Natuur en techniek",
            "profile.nt.ask": "Vraag naar biologie.",
        },
        "tech_types": {
            name: {
                "name": "Type",
                "short": "Gaat aan de slag.",
                "text": "Vandaag ga je aan de slag.",
            }
            for name in bank.tech_types
        },
    }
    for language in ("nl", "en"):
        write(tmp_path / f"worlds/{language}.yaml", {world: world_page() for world in bank.worlds})
        write(tmp_path / f"results/{language}.yaml", results)
    moment = {"text": "moment.po", "school_types": ["po"], "years": [8]}
    write(tmp_path / "moments.yaml", {"moments": [{**moment, "from": "08-01", "until": "12-31"}]})
    profiles = {kind: {"nt": {"also": [bank.worlds[0]]}} for kind in ("havo-vwo", "vmbo-tl")}
    write(tmp_path / "profiles.yaml", profiles)
    words = ("".join(letters) for letters in product(ascii_lowercase, repeat=3))
    (tmp_path / "words/return_words.txt").write_text("\n".join(islice(words, 2048)) + "\n")
    return tmp_path


@pytest.fixture
def change(content: Path) -> Change:
    """Change one file of the content: `change("bank.yaml", lambda bank: ...)`."""

    def apply(name: str, edit: Callable[[Any], object]) -> None:
        value = yaml.safe_load((content / name).read_text("utf-8"))
        edit(value)
        write(content / name, value)

    return apply
