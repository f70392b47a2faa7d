"""The files for operators hold: their commands exist, their settings are in the book, paths fit."""

import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from quiz.cli import main
from quiz.config import Settings

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
UNITS = sorted((*DEPLOY.glob("*.service"), *DEPLOY.glob("*.timer")))
SERVICES = [path for path in UNITS if path.suffix == ".service"]
PLACE = "/opt/zeven-werelden/current/bin/quiz"
OPERATIONS = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
BEHEER = (ROOT / "docs" / "beheer.md").read_text(encoding="utf-8")
OF_OTHERS = {"PATH", "PYTHONUNBUFFERED"}
ADDRESS = re.compile(
    r"(?:index-url|find-links|trusted-host|https?://(?!127\.0\.0\.1|quiz\b|zeven_werelden;|\$host)\S+)"
)


def _compose() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    return content


def _our_services() -> dict[str, dict[str, Any]]:
    services = _compose()["services"]
    return {name: part for name, part in services.items() if part["image"] == "zeven-werelden"}


def _commands() -> dict[str, list[str]]:
    """Every command line for `quiz` in the files and in the book: where it stands, its words."""
    found: dict[str, list[str]] = {}
    for path in sorted(DEPLOY.iterdir()):
        text = path.read_text(encoding="utf-8")
        for number, line in enumerate(re.findall(rf"{PLACE}( [^'\n]+)", text)):
            found[f"{path.name} {number}"] = shlex.split(line)
        for number, line in enumerate(re.findall(r"docker compose run --rm \S+( .+)?", text)):
            found[f"{path.name} by hand {number}"] = _example(line) or ["purge"]
    for name, part in _our_services().items():
        found[f"compose {name}"] = part["command"]
    (start,) = re.findall(r"^CMD (\[.*\])$", _containerfile(), re.MULTILINE)
    found["Containerfile"] = yaml.safe_load(start)
    in_the_book = re.findall(r"`quiz ((?!demo\b)[a-z][^`]*)`", OPERATIONS + BEHEER)
    found |= {f"book {number}": _example(line) for number, line in enumerate(in_the_book)}
    return found


def _example(line: str) -> list[str]:
    """A command of the book with its placeholders filled in."""
    line = re.sub(r"\$\([^)]*\)", "today", line)
    values = {"FILE": "x", "EMAIL": "x@y.example", "NAME": "x", "FOLDER": str(DEPLOY), "URL": "x"}
    values |= {"FILE...": str(DEPLOY / "nginx.conf")}
    values |= {"WORKBOOK": str(DEPLOY), "ANSWERS": str(DEPLOY / "nginx.conf")}  # they exist
    return [values.get(word, word) for word in shlex.split(line)]


def _containerfile() -> str:
    return (DEPLOY / "Containerfile").read_text(encoding="utf-8")


@pytest.mark.parametrize("where", list(_commands()))
def test_every_command_exists_with_these_options(where: str) -> None:
    command: click.Command = main
    words = list(_commands()[where])
    context = click.Context(command, info_name="quiz", **command.context_settings)
    while isinstance(command, click.Group) and words:
        found = command.get_command(context, words[0])
        assert found is not None, f"quiz {' '.join(_commands()[where])} does not exist"
        command, words = found, words[1:]
    if "--help" not in words and not isinstance(command, click.Group):
        command.make_context(command.name, words, parent=context, resilient_parsing=False)


def test_every_setting_is_in_the_book() -> None:
    units = "\n".join(path.read_text(encoding="utf-8") for path in SERVICES)
    named = set(re.findall(r"^Environment=([A-Z_]+)=", units, re.MULTILINE))
    named |= set(re.findall(r"\b([A-Z][A-Z_]+)=", _containerfile()))
    for part in _our_services().values():
        named |= set(part["environment"])
    assert {"DATA_DIR", "DATABASE_URL", "TRUSTED_PROXIES"} <= named
    for name in named - OF_OTHERS:
        assert f"| `{name}` |" in OPERATIONS, name


def test_the_settings_of_compose_are_taken() -> None:
    (environment,) = {
        tuple(sorted(part["environment"].items())) for part in _our_services().values()
    }
    values = {name: re.sub(r"\$\{[^}]*\}", "0" * 32, value) for name, value in environment}
    secrets = {"SECRET_KEY": "abcdefghijklmnop" * 3, "CODE_KEY": "qrstuvwxyz012345" * 3}
    settings = Settings.from_environment(
        {**values, **secrets, "BASE_URL": "https://quiz.school.nl"}
    )
    assert settings.trusted_proxies == 1
    assert settings.redis_url is None, "the database is enough"


def test_what_is_copied_into_the_image_exists() -> None:
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", _containerfile(), re.MULTILINE)
    names = [name for line in copied for name in line.split()]
    assert {"quiz", "questions", "models", "templates", "static", "deploy"} <= set(names)
    for name in names:
        assert (ROOT / name).exists(), name


def test_the_image_is_what_make_run_installs_and_not_root() -> None:
    text = _containerfile()
    for lock in ("build", "run"):
        assert f"sh scripts/install-locked.sh .venv/bin/python requirements/{lock}.txt" in text
    assert "--no-deps --no-build-isolation" in text
    assert re.findall(r"^USER (\S+)$", text, re.MULTILINE) == ["zeven-werelden"]


def test_nodes_of_compose_write_nowhere_but_in_their_volumes() -> None:
    for name, part in _our_services().items():
        assert part["read_only"], name
        assert part["cap_drop"] == ["ALL"], name
        assert "no-new-privileges:true" in part["security_opt"], name


def test_every_timer_has_its_service_and_every_night_job_its_timer() -> None:
    timers = {path.stem for path in UNITS if path.suffix == ".timer"}
    nightly = {path.stem for path in SERVICES if "\nOnFailure=" in path.read_text(encoding="utf-8")}
    assert timers == nightly == {"zeven-werelden-purge", "zeven-werelden-backup"}
    assert (DEPLOY / "zeven-werelden-failed@.service").is_file()


def test_systemd_understands_the_units(tmp_path: Path) -> None:
    """Where systemd is installed; the path of `quiz` is put where it is on this machine."""
    quiz = ROOT / ".venv" / "bin" / "quiz"
    try:
        subprocess.run(["systemd-analyze", "--version"], check=True, capture_output=True)
    except FileNotFoundError:
        return
    for path in UNITS:
        text = path.read_text(encoding="utf-8").replace(PLACE, str(quiz))
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    copies = sorted(str(path) for path in tmp_path.iterdir())
    done = subprocess.run(
        ["systemd-analyze", "verify", "--recursive-errors=no", "--man=no", *copies],
        check=False,
        capture_output=True,
        text=True,
    )
    about_ours = [line for line in done.stderr.splitlines() if "zeven-werelden" in line]
    assert about_ours == []


@pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.name)
def test_systemd_finds_little_that_a_unit_could_harm(path: Path) -> None:
    """Where systemd is installed: 0 is nothing, 10 is all; ours listens and reads its database."""
    if shutil.which("systemd-analyze") is None:
        return
    words = ["systemd-analyze", "security", "--offline=yes", "--no-pager", "--threshold=20"]
    done = subprocess.run([*words, str(path)], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-300:] + done.stderr


@pytest.mark.parametrize("path", sorted(DEPLOY.iterdir()), ids=lambda path: path.name)
def test_no_file_names_an_index_of_packages(path: Path) -> None:
    assert ADDRESS.findall(path.read_text(encoding="utf-8")) == []


def test_the_proxy_keeps_codes_out_of_its_log() -> None:
    text = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    (form,) = re.findall(r"log_format \S+ '([^']*)'", text)
    assert set(re.findall(r"\$\w+", form)) == {
        "$time_iso8601",
        "$request_method",
        "$status",
        "$request_time",
    }
    assert re.findall(r"access_log \S+ (\S+);", text) == ["plain"]
    assert "proxy_set_header X-Forwarded-For $remote_addr;" in text
    assert "proxy_set_header Host $http_host;" in text, "$host leaves out a port such as :8443"
    assert text.count("{") == text.count("}")
    nodes = {name for name in _our_services() if name.startswith("node-")}
    assert set(re.findall(r"server (node-\d+):8000", text)) == nodes


def test_the_other_proxy_sets_the_address_and_keeps_no_log_of_paths() -> None:
    lines = [line.strip() for line in (DEPLOY / "Caddyfile").read_text("utf-8").splitlines()]
    said = [line for line in lines if line and not line.startswith("#")]
    assert "header_up X-Forwarded-For {remote_host}" in said
    assert not [line for line in said if line.startswith("header_up Host")]
    assert said[:4] == ["{", "log {", "exclude http.log.error", "}"]
    assert said.count("log {") == 1, "an access log would hold class codes"
