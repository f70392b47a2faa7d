"""No key and no password stands in a file of this project."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHAPES = {
    "a private key": re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY"),
    "a cloud key": re.compile(r"\b(AKIA|ASIA)[0-9A-Z]{16}\b"),
    "a token of a code host": re.compile(r"\b(gh[pousr]_|github_pat_|glpat-)[\w-]{20,}"),
    "a token of a chat or a shop": re.compile(r"\b(xox[abprs]-[\w-]{10,}|sk_live_\w{16,})"),
    "a token of a package index": re.compile(r"\bpypi-[\w-]{40,}"),
    "a signed token": re.compile(r"\beyJ[\w-]{15,}\.eyJ[\w-]{15,}\."),
    "a password hash": re.compile(r"\$argon2id\$v=\d+\$m=|\$2[aby]\$\d\d\$[./\w]{40,}"),
    "a secret that is set": re.compile(
        r"\b(SECRET_KEY|CODE_KEY|MAIL_PASSWORD|POSTGRES_PASSWORD|PGPASSWORD)\s*[=:]\s*['\"]?[\w+/-]{16,}"
    ),
    "a password in an address": re.compile(r"\b(postgres\w*(?:\+\w+)?|rediss?|https?)://[\w.-]+:[^\s@/{}<>$'\"`]+@"),
}  # fmt: skip
# Invented for tests and for explanations: nothing lives there.
INVENTED = re.compile(
    r"tests-(only|also)-|user:password@|nobody:geheim@|:geheim@|:secret@|:pw@|:x@"
)
NOT_OURS = {".venv", ".git", ".cache", "instance"}
NAMES = re.compile(r"(^|/)(\.env($|\.)|id_(rsa|ed25519)|.*\.(pem|key|p12|pfx|sqlite3?|backup)$)")


def committed() -> list[str]:
    """Every file that git keeps, or would keep; without git, every file there is."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        every = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file())
        return [str(path) for path in every if path.parts[0] not in NOT_OURS]
    return [name for name in listed.stdout.decode().split("\0") if name and name != ".venv"]


def secrets_in(text: str) -> list[str]:
    """What kinds of secrets stand in a text."""
    return [
        f"{kind}: {line.strip()[:60]}"
        for line in text.splitlines()
        if not INVENTED.search(line)
        for kind, shape in SHAPES.items()
        if shape.search(line)
    ]


def test_no_file_of_the_project_holds_a_secret() -> None:
    found = {}
    for name in committed():
        path = ROOT / name
        if not path.is_file() or path.suffix in {".png", ".mo", ".woff2", ".ico"}:
            continue
        found[name] = secrets_in(path.read_text(encoding="utf-8", errors="replace"))
    assert not {name: kinds for name, kinds in found.items() if kinds}


def test_no_file_has_the_name_of_a_secret() -> None:
    assert [name for name in committed() if NAMES.search(name)] == []


@pytest.mark.parametrize(
    "text",
    [
        "-----BEGIN " + "RSA PRIVATE KEY-----",
        "key = 'AKIA" + "ABCDEFGHIJKLMNOP'",
        "gh" + "p_" + "a" * 36,
        "SECRET_KEY" + "=" + "Zm9vYmFyYmF6cXV4Zm9vYmFy",
        "postgresql://quiz:" + "hunter2" + "@db:5432/quiz",
        "$argon2id" + "$v=19$m=19456",
    ],
)
def test_the_scan_sees_what_it_must_see(text: str) -> None:
    assert secrets_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "SECRET_KEY=(a random text)",
        "postgresql://user:password@host:port/name",
        "redis://127.0.0.1:6379/0",
    ],
)
def test_the_scan_lets_explanations_be(text: str) -> None:
    assert secrets_in(text) == []
