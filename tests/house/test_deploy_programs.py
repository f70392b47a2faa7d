"""The files for proxies are loaded by their own programs; the wrapper becomes another user."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from quiz.cli.setup import settings_file

DEPLOY = Path(__file__).parents[2] / "deploy"
PATH = f"{os.environ['PATH']}:/usr/sbin"
NOBODY = "nobody"


def _program(name: str) -> str:
    found = shutil.which(name, path=PATH)
    if found is None:
        pytest.skip(f"{name} is not installed here")
    return found


def _run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(words, check=False, capture_output=True, text=True, timeout=60)


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate of nobody, for a proxy looks at it when it starts."""
    key, shown = tmp_path / "private", tmp_path / "shown"
    _run(_program("openssl"), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj",
         "/CN=quiz.school.nl", "-keyout", str(key), "-out", str(shown))  # fmt: skip
    return tmp_path


def _with_certificate(text: str, place: Path) -> str:
    live = "/etc/letsencrypt/live/quiz.school.nl/"
    names = {f"{live}fullchain.pem": "shown", f"{live}privkey.pem": "private"}
    names |= {"/etc/nginx/tls/certificate.pem": "shown", "/etc/nginx/tls/key.pem": "private"}
    for written, name in names.items():
        text = text.replace(written, str(place / name))
    return text.replace("/var/log/nginx/", f"{place}/")


def test_nginx_loads_the_file_for_one_machine(certificate: Path) -> None:
    site = _with_certificate((DEPLOY / "nginx-site.conf").read_text("utf-8"), certificate)
    (certificate / "site.conf").write_text(site, encoding="utf-8")
    whole = f"pid {certificate}/pid;\nevents {{}}\nhttp {{ include {certificate}/site.conf; }}\n"
    (certificate / "nginx.conf").write_text(whole, encoding="utf-8")
    done = _run(_program("nginx"), "-t", "-c", str(certificate / "nginx.conf"))
    assert done.returncode == 0, done.stderr


def test_nginx_loads_the_file_for_compose_where_the_nodes_have_names(certificate: Path) -> None:
    text = _with_certificate((DEPLOY / "nginx.conf").read_text("utf-8"), certificate)
    text = text.replace("node-1:", "127.0.0.1:").replace("node-2:", "127.0.0.2:")
    file = certificate / "nginx.conf"
    file.write_text(f"pid {certificate}/pid;\n{text}", encoding="utf-8")
    done = _run(_program("nginx"), "-t", "-c", str(file))
    assert done.returncode == 0, done.stderr


def test_the_file_for_one_machine_keeps_codes_out_of_its_logs() -> None:
    text = (DEPLOY / "nginx-site.conf").read_text("utf-8")
    assert text.count("access_log off;") == text.count("server_name quiz.school.nl;") == 2
    assert text.count(".log crit;") == 2
    for header in ("Host $http_host", "X-Forwarded-For $remote_addr", "X-Forwarded-Proto $scheme"):
        assert f"proxy_set_header {header};" in text


def test_caddy_loads_its_file() -> None:
    file = str(DEPLOY / "Caddyfile")
    done = _run(_program("caddy"), "validate", "--adapter", "caddyfile", "--config", file)
    assert done.returncode == 0, done.stderr


@pytest.fixture
def wrapper() -> Iterator[Path]:
    """The wrapper, for another user, with settings that only root may read."""
    with TemporaryDirectory() as folder:  # that of pytest is closed to other users
        Path(folder).chmod(0o755)
        yield _wrapper(Path(folder))


def _wrapper(folder: Path) -> Path:
    program, settings = folder / "program", folder / "settings.env"
    program.write_text('#!/bin/sh\nid -un; umask; printf "%s|" "$A" "$B" "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    settings.write_text('# a remark\nA=$(id) x\nB="two words"\nnonsense\n', encoding="utf-8")
    settings.chmod(0o600)
    text = (DEPLOY / "quiz").read_text("utf-8")
    for name, value in (("user", NOBODY), ("settings", settings), ("program", program)):
        line = next(line for line in text.splitlines() if line.startswith(f"{name}="))
        text = text.replace(line, f"{name}={value}")
    changed = folder / "quiz"
    changed.write_text(text.replace('--regid="$user"', "--regid=65534"), encoding="utf-8")
    return changed


@pytest.mark.skipif(os.geteuid() != 0, reason="only root becomes another user")
def test_the_wrapper_runs_as_the_user_of_the_service_with_its_settings(wrapper: Path) -> None:
    done = _run("sh", str(wrapper), "user", "add", "a b")
    assert done.stdout == f"{NOBODY}\n0077\n$(id) x|two words|user|add|a b|", done.stderr


TYPED = [
    ("A=one\r\nB=two\r\n", "one|two"),
    ("A='one'\nB='t\"wo'", 'one|t"wo'),
    ('A="one" \nB="t\'wo"\t\r\n', "one|t'wo"),
    ("  A = one \n\tB=\t two=2  ", "one|two=2"),
    ("A=\nB='", "|'"),
    ("# A=x\n;B=x\nA='one\nB=two\"\n=x\nA B=x\nexport A=x\nA", "'one|two\""),
]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root becomes another user")
@pytest.mark.parametrize(("typed", "read"), TYPED)
def test_settings_are_read_as_systemd_does_by_the_wrapper_and_by_setup(
    wrapper: Path, typed: str, read: str
) -> None:
    (wrapper.parent / "settings.env").write_bytes(typed.encode())
    assert _run("sh", str(wrapper)).stdout == f"{NOBODY}\n0077\n{read}|"
    found = settings_file.read(typed)
    assert "|".join(found[name] for name in "AB") == read


@pytest.mark.skipif(os.geteuid() != 0, reason="only root becomes another user")
def test_the_wrapper_says_what_is_missing_in_one_line(wrapper: Path) -> None:
    as_nobody = _run("setpriv", "--reuid=65534", "--clear-groups", "sh", str(wrapper))
    assert (as_nobody.returncode, "sudo" in as_nobody.stderr) == (1, True)
    text = wrapper.read_text("utf-8")
    for gone in ("settings.env", "user=nobody"):
        wrapper.write_text(
            text.replace(gone, "user=nobody-at-all" if "=" in gone else "x"), "utf-8"
        )
        done = _run("sh", str(wrapper), "doctor")
        assert done.returncode == 1
        assert len(done.stderr.splitlines()) == 1, done.stderr
