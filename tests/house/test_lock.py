"""The set-up does not age: what is installed is the lock, whatever appeared since it was made."""

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
INSTALL = ROOT / "scripts" / "install-locked.sh"
NAMES = ("python3.11", "python3.12", "python3.13")


def works(python: str) -> bool:
    """Whether this interpreter is here and can make a virtual environment."""
    try:
        done = subprocess.run([python, "-c", "import venv"], capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


PYTHONS = [path for name in NAMES if (path := shutil.which(name)) and works(path)]


def wheel(index: Path, name: str, version: str, needs: Sequence[str] = ()) -> str:
    """Put a tiny wheel in an index of files; its hash."""
    about = f"{name}-{version}.dist-info"
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\nProvides-Extra: more\n"
    parts = {
        f"{name}.py": f"version = {version!r}\n",
        f"{about}/METADATA": metadata + "".join(f"Requires-Dist: {need}\n" for need in needs),
        f"{about}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{part},{digest(text)},{len(text)}\n" for part, text in parts.items())
    place = index / name
    place.mkdir(parents=True, exist_ok=True)
    path = place / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as packed:
        for part, text in {**parts, f"{about}/RECORD": f"{record}{about}/RECORD,,\n"}.items():
            packed.writestr(part, text)
    links = "".join(f'<a href="{file.name}">{file.name}</a>\n' for file in place.glob("*.whl"))
    (place / "index.html").write_text(f"<!doctype html>\n{links}")
    return hashlib.sha256(path.read_bytes()).hexdigest()


def digest(text: str) -> str:
    """The hash of a part as a wheel's record writes it."""
    raw = hashlib.sha256(text.encode()).digest()
    return "sha256=" + base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def install(python: Path, index: Path, lock: Path) -> subprocess.CompletedProcess[str]:
    """Run the script of the Makefile against our own index alone."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    settings = {"PIP_INDEX_URL": index.as_uri(), "PIP_CONFIG_FILE": os.devnull}
    return subprocess.run(
        ["sh", INSTALL, python, lock],
        env=kept | settings,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(
    scope="module", params=PYTHONS or [sys.executable], ids=lambda path: Path(path).name
)
def fresh(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh virtual environment with the pip that this Python brings."""
    folder = tmp_path_factory.mktemp("fresh") / "venv"
    subprocess.run([request.param, "-m", "venv", folder], check=True)
    return folder


@pytest.fixture
def python(fresh: Path) -> Iterator[Path]:
    """The Python of that environment, from which all that a test installs goes again."""
    (packages,) = fresh.glob("lib/python*/site-packages")
    before = set(packages.iterdir())
    yield fresh / "bin" / "python"
    for installed in set(packages.iterdir()) - before:
        shutil.rmtree(installed) if installed.is_dir() else installed.unlink()


def test_newer_versions_in_the_index_change_nothing(python: Path, tmp_path: Path) -> None:
    index = tmp_path / "simple"
    outer = wheel(index, "outer", "1.0", needs=["inner[more]>=1", "other"])
    inner, other = wheel(index, "inner", "1.0"), wheel(index, "other", "0.9")
    for name in ("outer", "inner", "other"):
        wheel(index, name, "2.0", needs=["newcomer"])
    wheel(index, "newcomer", "1.0")
    lock = tmp_path / "lock.txt"
    pinned = {"outer==1.0": outer, "inner==1.0": inner, "other==0.9": other}
    lock.write_text("".join(f"{pin} --hash=sha256:{value}\n" for pin, value in pinned.items()))

    done = install(python, index, lock)

    assert done.returncode == 0, done.stderr
    frozen = subprocess.run(
        [python, "-m", "pip", "freeze"], capture_output=True, text=True, check=True
    )
    assert set(frozen.stdout.split()) == set(pinned)


def test_a_file_with_another_hash_is_refused(python: Path, tmp_path: Path) -> None:
    wheel(tmp_path / "simple", "outer", "1.0")
    lock = tmp_path / "lock.txt"
    lock.write_text(f"outer==1.0 --hash=sha256:{'0' * 64}\n")
    done = install(python, tmp_path / "simple", lock)
    assert done.returncode != 0
    assert "outer" in done.stderr


def test_a_lock_that_leaves_something_out_says_what(python: Path, tmp_path: Path) -> None:
    outer = wheel(tmp_path / "simple", "outer", "1.0", needs=["inner>=1"])
    wheel(tmp_path / "simple", "inner", "1.0")
    lock = tmp_path / "lock.txt"
    lock.write_text(f"outer==1.0 --hash=sha256:{outer}\n")
    done = install(python, tmp_path / "simple", lock)
    assert done.returncode == 1
    assert "inner" in done.stderr
    assert "make clean" in done.stderr
