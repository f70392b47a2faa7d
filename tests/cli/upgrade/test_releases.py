"""Versions side by side: the link, the list of turns, and which ones may go."""

import subprocess
from itertools import pairwise
from pathlib import Path

import click
import pytest

from quiz.cli.upgrade.releases import Releases, Turn, version_of
from tests.cli.upgrade.wheels import ROOT


def test_versions_that_nobody_goes_back_to_are_removed(tmp_path: Path) -> None:
    releases = Releases(tmp_path)
    with pytest.raises(click.ClickException, match="first `quiz setup`"):
        _ = releases.current
    names = ["0.1.0", "0.2.0", "0.3.0", "0.4.0", "0.5.0"]
    for name in names:
        (tmp_path / "releases" / name).mkdir(parents=True)
    turns = [Turn(a, b, "x", migrated=False) for a, b in pairwise(names)]
    releases.write_turns(turns)
    releases.switch("0.1.0")
    releases.switch("0.5.0")
    assert releases.tidy() == ["0.1.0", "0.2.0"]
    assert releases.turns() == turns
    assert releases.current == "0.5.0"


@pytest.mark.parametrize(
    "name", ["zeven_werelden-x-py3-none-any.whl", "flask-3.0-py3-none-any.whl"]
)
def test_only_a_wheel_of_ours_is_a_release(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    with pytest.raises(click.ClickException, match="no wheel"):
        version_of(tmp_path / name)


@pytest.mark.parametrize(
    ("sums", "why"),
    [(None, "SHA256SUMS is not beside"), ("", "is not the file"), ("0" * 64, "is not the file")],
)
def test_the_first_installation_refuses_what_was_not_fetched_whole(
    tmp_path: Path, sums: str | None, why: str
) -> None:
    wheel = tmp_path / "zeven_werelden-0.9.0-py3-none-any.whl"
    wheel.write_bytes(b"half")
    if sums is not None:
        (tmp_path / "SHA256SUMS").write_text(f"{sums}  {wheel.name}\n")
    done = subprocess.run(
        ["sh", ROOT / "deploy/install.sh", wheel, tmp_path / "opt"],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert why in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "opt").exists()
