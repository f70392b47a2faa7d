"""Setting up from four answers: all files with their rights, again, by hand and undone."""

import os
import re
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner

from quiz.cli import main
from quiz.config import Settings
from tests.cli.conftest import complaint
from tests.cli.setup.conftest import GIVEN, SetUp, everything, settings

UNITS = {
    f"/etc/systemd/system/zeven-werelden{name}"
    for name in (
        *(".service", "-purge.service", "-purge.timer", "-backup.service", "-backup.timer"),
        "-failed@.service",
    )
}
SITE = "etc/nginx/conf.d/zeven-werelden.conf"


def test_four_answers_make_every_file_with_its_rights(set_up: SetUp, root: Path) -> None:
    answers = "https://quiz.planeet.example\n\ncaddy\n\n\n"
    result = set_up(said=answers)
    assert result.exit_code == 0, result.output
    modes = {place: mode for place, (mode, _text) in everything(root).items()}
    assert modes == {
        **dict.fromkeys(UNITS, "0644"),
        "/etc/zeven-werelden.env": "0600",
        "/etc/caddy/Caddyfile": "0644",
        "/usr/local/sbin/quiz": "0755",
        "/opt/zeven-werelden/setup.json": "0644",
    }
    for folder in ("zeven-werelden", "zeven-werelden-backups"):
        assert stat.S_IMODE((root / "var/lib" / folder).stat().st_mode) == 0o700
    assert "would run systemctl enable --now zeven-werelden.service" in result.output


def test_an_answer_may_lead_to_another_question(set_up: SetUp, root: Path) -> None:
    address = "postgresql://quiz:geheim@db.planeet.example:5432/quiz"
    typed = ["https://quiz.planeet.example", address, "nginx", "/etc/ssl/a.pem", "/etc/ssl/a.key"]
    typed += ["smtp.planeet.example", "quiz@planeet.example", "none", "ict@planeet.example"]
    result = set_up(said="".join(f"{line}\n" for line in typed))
    assert result.exit_code == 0, result.output
    assert address not in result.output.partition("would run")[2]
    made = Settings.from_environment(settings(root))
    assert made.database_url == address.replace("postgresql:", "postgresql+psycopg:")
    assert made.mail is not None
    assert (made.mail.port, made.mail.security, made.mail.user) == (587, "starttls", "")
    assert "ssl_certificate_key /etc/ssl/a.key;" in (root / SITE).read_text("utf-8")


def test_the_settings_are_taken_and_the_secrets_are_new_each_time(
    set_up: SetUp, root: Path
) -> None:
    assert set_up(**GIVEN).exit_code == 0
    first = settings(root)
    made = Settings.from_environment(first)
    assert made.base_url == "https://quiz.planeet.example"
    assert (made.trusted_proxies, made.backup_place) == (1, "/var/lib/zeven-werelden-backups")
    (root / "etc/zeven-werelden.env").unlink()
    set_up(**GIVEN)
    assert first["CODE_KEY"] != settings(root)["CODE_KEY"]


def test_again_changes_nothing_and_asks_nothing(set_up: SetUp, root: Path) -> None:
    set_up(**GIVEN)
    before = everything(root)
    again = set_up()
    assert again.exit_code == 0, again.output
    assert everything(root) == before
    assert not re.findall(r"^(?:new|renewed|kept)\b", again.output, re.MULTILINE)
    assert "catalogue load" not in again.output
    assert "restart" not in again.output


def test_again_with_an_option_changes_that_line_alone(set_up: SetUp, root: Path) -> None:
    set_up(**GIVEN)
    file = root / "etc/zeven-werelden.env"
    file.write_text(file.read_text("utf-8") + "# by hand\nCLASS_PLACES=32\n", encoding="utf-8")
    before = settings(root)
    password = root / "password"
    password.write_text("two words\n", encoding="utf-8")
    result = set_up(
        mail="smtp.planeet.example:465", mail_from="quiz@planeet.example", mail_user="quiz",
        mail_password_file=str(password), operator_mail="ict@planeet.example",
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    assert "# by hand" in file.read_text("utf-8")
    mail = {name: value for name, value in settings(root).items() if name not in before}
    assert mail == {
        "MAIL_SERVER": "smtp.planeet.example",
        "MAIL_PORT": "465",
        "MAIL_SECURITY": "tls",
        "MAIL_FROM": "quiz@planeet.example",
        "MAIL_USER": "quiz",
        "MAIL_PASSWORD": "two words",
        "OPERATOR_MAIL": "ict@planeet.example",
    }
    assert before.items() <= settings(root).items()
    assert "would run systemctl restart zeven-werelden.service" in result.output
    assert set_up(mail="none").exit_code == 0
    assert settings(root) == before


def test_what_somebody_edited_is_kept_and_named(set_up: SetUp, root: Path) -> None:
    set_up(**GIVEN)
    (root / SITE).write_text("# ours now\n", encoding="utf-8")
    before = everything(root)
    result = set_up(address="https://other.planeet.example")
    (kept,) = re.findall(r"^kept +(\S+) \((.*)\)$", result.output, re.MULTILINE)
    assert kept[0] == f"/{SITE}"
    assert "edited by hand" in kept[1]
    changed = {place for place, now in everything(root).items() if now != before[place]}
    assert changed == {"/etc/zeven-werelden.env"}
    undone = set_up("--undo")
    assert f"kept      /{SITE}" in undone.output
    assert (root / SITE).read_text("utf-8") == "# ours now\n"


def test_a_dry_run_shows_all_and_writes_nothing(set_up: SetUp, root: Path) -> None:
    shown = set_up("--dry-run", **GIVEN)
    assert list(root.iterdir()) == []
    done = set_up(**GIVEN)
    assert shown.output == done.output + "nothing was changed: this was --dry-run\n"
    before = everything(root)
    assert set_up("--dry-run", "--undo").exit_code == 0
    assert everything(root) == before


def test_undo_leaves_data_settings_and_what_was_there(set_up: SetUp, root: Path) -> None:
    set_up(**GIVEN)
    data = root / "var/lib/zeven-werelden/quiz.sqlite3"
    data.write_text("pupils", encoding="utf-8")
    before = settings(root)
    result = set_up("--undo")
    assert result.exit_code == 0, result.output
    left = {"/etc/zeven-werelden.env", "/var/lib/zeven-werelden/quiz.sqlite3"}
    assert set(everything(root)) == left
    assert settings(root) == before
    assert "CODE_KEY" in result.output
    assert "nothing to undo" in complaint(set_up("--undo"))
    assert set_up(**GIVEN).exit_code == 0
    assert settings(root) == before, "set up again it is the same quiz"


def test_without_sudo_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert "sudo" in complaint(CliRunner().invoke(main, ["setup"]))
