"""The site file, for both programs and every kind of certificate, loaded by the program itself."""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.setup.conftest import GIVEN, SetUp

PATH = f"{os.environ['PATH']}:/usr/sbin"
NGINX, CADDY = "etc/nginx/conf.d/zeven-werelden.conf", "etc/caddy/Caddyfile"
OWN = {"certificate": "/etc/ssl/school.pem", "key": "/etc/ssl/school.key"}


def _run(*words: str) -> None:
    program = shutil.which(words[0], path=PATH)
    if program is None:
        pytest.skip(f"{words[0]} is not installed here")
    done = subprocess.run([program, *words[1:]], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def _certificate(folder: Path) -> None:
    folder.mkdir(parents=True)
    _run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=x",
         "-keyout", str(folder / "school.key"), "-out", str(folder / "school.pem"))  # fmt: skip


def _load(root: Path) -> None:
    text = (root / NGINX).read_text("utf-8").replace("/etc/ssl/", f"{root}/etc/ssl/")
    text = text.replace("/var/log/nginx/", f"{root}/")
    (root / "site.conf").write_text(text, encoding="utf-8")
    whole = f"pid {root}/pid;\nevents {{}}\nhttp {{ include {root}/site.conf; }}\n"
    (root / "nginx.conf").write_text(whole, encoding="utf-8")
    _run("nginx", "-t", "-c", str(root / "nginx.conf"))


def test_nginx_loads_it_with_the_schools_own_certificate(set_up: SetUp, root: Path) -> None:
    _certificate(root / "etc/ssl")
    assert set_up(**{**GIVEN, **OWN}).exit_code == 0
    text = (root / NGINX).read_text("utf-8")
    assert text.count("server_name quiz.planeet.example;") == 2
    assert "school.nl" not in text
    assert "ssl_certificate_key /etc/ssl/school.key;" in text
    _load(root)


def test_nginx_first_answers_without_a_certificate_and_then_with_it(
    set_up: SetUp, root: Path
) -> None:
    said = set_up(**GIVEN).output
    assert "certbot certonly --webroot -w /var/www/html -d quiz.planeet.example" in said
    text = (root / NGINX).read_text("utf-8")
    assert "listen 443" not in text
    assert "acme-challenge" in text
    _load(root)
    live = root / "etc/letsencrypt/live/quiz.planeet.example"
    live.mkdir(parents=True)
    (live / "fullchain.pem").touch()
    said = set_up().output
    assert f"renewed   /{NGINX}" in said
    assert "certbot" not in said
    assert f"{live.relative_to(root)}/privkey.pem" in (root / NGINX).read_text("utf-8")


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ({"certificate": "letsencrypt"}, ""),
        ({"certificate": "internal"}, "\ttls internal\n"),
        (OWN, "\ttls /etc/ssl/school.pem /etc/ssl/school.key\n"),
    ],
    ids=["letsencrypt", "internal", "own"],
)
def test_caddy_loads_it_with_every_kind_of_certificate(
    set_up: SetUp, root: Path, given: dict[str, str], line: str
) -> None:
    _certificate(root / "etc/ssl")
    assert set_up(**{**GIVEN, "web": "caddy", **given}).exit_code == 0
    text = (root / CADDY).read_text("utf-8")
    assert f"\nquiz.planeet.example {{\n{line}\trequest_body" in text
    copy = root / "Caddyfile"
    copy.write_text(text.replace("/etc/ssl/", f"{root}/etc/ssl/"), encoding="utf-8")
    _run("caddy", "validate", "--adapter", "caddyfile", "--config", str(copy))


@pytest.mark.parametrize("edited", [False, True])
def test_the_example_of_the_package_goes_aside_and_a_persons_file_stays(
    set_up: SetUp, root: Path, *, edited: bool
) -> None:
    example = ":80 {\n\troot * /usr/share/caddy\n}\n"
    known = hashlib.md5(example.encode(), usedforsecurity=False).hexdigest()
    (root / "var/lib/dpkg").mkdir(parents=True)
    (root / "var/lib/dpkg/status").write_text(f"Conffiles:\n /{CADDY} {known}\n", "utf-8")
    (root / CADDY).parent.mkdir(parents=True)
    before = example + ("# of a person\n" if edited else "")
    (root / CADDY).write_text(before, encoding="utf-8")
    said = set_up(**{**GIVEN, "web": "caddy"}).output
    assert f"{'kept     ' if edited else 'renewed  '} /{CADDY}" in said
    assert ((root / CADDY).read_text("utf-8") == before) is edited
    set_up("--undo")
    assert (root / CADDY).read_text("utf-8") == before
