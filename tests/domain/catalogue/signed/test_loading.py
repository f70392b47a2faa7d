"""A mistake in the decaan's lists is refused with one line that says where it is."""

import shutil
from pathlib import Path

import pytest

from quiz.config import paths
from quiz.domain.bank.schema import BankError
from quiz.domain.catalogue.signed import FOLDER, SignedLists, load_signed
from tests.domain.catalogue.signed.judging import levels_and_worlds

ROBOTS = "hitech-science.yaml"
MECHATRONICS = "- mbo-25891         # Monteur mechatronica"
WRONG = [
    (ROBOTS, "- mbo-25891 ", "- mbo-99999 ", "robots, may, mbo-2: mbo-99999 is no programme"),
    (ROBOTS, MECHATRONICS, "- mbo-25892", "robots, may, mbo-2: mbo-25892 is on mbo-3"),
    (ROBOTS, MECHATRONICS, "- mbo-25894", "robots, may, mbo-2: mbo-25894 stands there twice"),
    (ROBOTS, MECHATRONICS, "- mbo-25721", "robots: mbo-25721 may be shown and may never be"),
    (
        ROBOTS,
        "obvious:\n    - vmbo-pie",
        "obvious:\n    - vmbo-mt",
        "obvious: 'vmbo-mt' is not known",
    ),
    (ROBOTS, "never_groups: [koken", "never_groups: [bakken", "never_groups: 'bakken' is not"),
    (ROBOTS, "robots:", "dromen:", "hitech-science.yaml: lacks robots"),
    (ROBOTS, "  may:", "  mag:", "robots: lacks may"),
    ("groups.yaml", "- mbo-25721", "- mbo-25722", "koken: mbo-25722 stands there twice"),
    ("schools.yaml", "[vmbo-bb, vmbo-kb]", "[vmbo]", "rule 1: 'vmbo' is not known"),
    ("schools.yaml", "levels: [ad, hbo]", "levels: [phd]", "rule 3, levels: 'phd' is not known"),
]


@pytest.mark.parametrize(("file", "right", "wrong", "said"), WRONG)
def test_a_mistake_is_refused_in_one_line(
    tmp_path: Path, file: str, right: str, wrong: str, said: str
) -> None:
    shutil.copytree(paths.QUESTIONS / FOLDER, tmp_path / FOLDER)
    path = tmp_path / FOLDER / file
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(BankError) as refused:
        load(tmp_path)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_rule_of_a_school_wins_from_the_lists() -> None:
    lists = load(paths.QUESTIONS)
    assert "vmbo-gt-techniek" in lists.for_pupil("robots", "vmbo-gl-tl", 2).may
    assert "vmbo-gt-techniek" in lists.for_pupil("robots", "vmbo-bb", 2).never
    assert lists.for_pupil("robots", "mbo", 4).levels == {"ad", "hbo"}
    assert not lists.for_pupil("robots", "mbo", 2).levels


def load(folder: Path) -> SignedLists:
    return load_signed(*levels_and_worlds(), folder)
