"""Settings are read once, and what is missing, unknown or unsafe is refused with one clear line."""

from pathlib import Path

import pytest

from quiz.config import InvalidSettings, Settings, is_strong
from tests.conftest import SECRETS

STRONG = {name.upper(): value for name, value in SECRETS.items()}
WEAK = ["", "short", "a" * 64, "abcabcabcabcabcabcabcabcabcabcabcabc", "changeme" * 8]


def settings(**environment: str) -> Settings:
    return Settings.from_environment({**STRONG, **environment})


def refusal(**environment: str) -> str:
    """The one line with which these settings are refused."""
    with pytest.raises(InvalidSettings) as refused:
        settings(**environment)
    line = str(refused.value)
    assert len(line.splitlines()) == 1
    return line


def test_two_strong_secrets_are_enough() -> None:
    plain = settings()
    assert plain.database_url.startswith("sqlite:///")
    assert plain.database_url.endswith("/instance/quiz.sqlite3")
    assert (plain.redis_url, plain.base_url) == (None, None)
    assert (plain.trusted_proxies, plain.demo) == (0, False)


@pytest.mark.parametrize("name", sorted(STRONG))
@pytest.mark.parametrize("secret", WEAK)
def test_a_missing_or_weak_secret_is_refused(name: str, secret: str) -> None:
    line = refusal(**{name: secret})
    assert name in line
    assert "secrets.token_urlsafe" in line, "the line says how to make a good one"
    assert not secret or secret not in line.replace(name, "")


def test_equal_secrets_are_refused() -> None:
    assert "the same" in refusal(CODE_KEY=STRONG["SECRET_KEY"])
    assert "the same" in refusal(CODE_KEY=STRONG["SECRET_KEY"], QUIZ_DEMO="1")


def test_a_demonstration_may_have_weak_secrets_but_not_none() -> None:
    assert settings(SECRET_KEY="weak", CODE_KEY="also weak", QUIZ_DEMO="1").demo
    assert "SECRET_KEY" in refusal(SECRET_KEY="", QUIZ_DEMO="1")


@pytest.mark.parametrize("value", ["0", "true", "yes", ""])
def test_only_a_one_makes_it_a_demonstration(value: str) -> None:
    assert not settings(QUIZ_DEMO=value).demo
    assert "SECRET_KEY" in refusal(SECRET_KEY="weak", QUIZ_DEMO=value)


WITH_PASSWORD = "postgresql://quiz:{}@db/quiz"


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("postgres://quiz@db/quiz", "postgresql+psycopg://quiz@db/quiz"),
        ("postgresql://quiz:pw@db:5432/quiz", "postgresql+psycopg://quiz:pw@db:5432/quiz"),
        ("postgresql+psycopg://db/quiz", "postgresql+psycopg://db/quiz"),
        ("postgresql://q@/quiz?host=/run/db", "postgresql+psycopg://q@/quiz?host=/run/db"),
        ("sqlite:////srv/quiz.sqlite3", "sqlite:////srv/quiz.sqlite3"),
        ("sqlite:///here.sqlite3", f"sqlite:///{Path.cwd()}/here.sqlite3"),
    ],
)
def test_the_usual_database_addresses_are_understood(given: str, used: str) -> None:
    assert settings(DATABASE_URL=given).database_url == used


@pytest.mark.parametrize(
    "address",
    [
        "mysql://root:geheim@db/quiz",
        "quiz.sqlite3",
        "sqlite://geheim",
        "sqlite:///",
        "sqlite:///:memory:",
        "postgresql://quiz:geheim@db:port/quiz",
        "postgresql://quiz:geheim@db:99999/quiz",
        "postgresql://[::1/geheim",
        *(WITH_PASSWORD.format(f"heel{sign}geheim") for sign in "@/#?["),
        "sqlite:////srv/",
        "sqlite:////srv/quiz.sqlite3?geheim=1",
    ],
)
def test_any_other_database_address_is_refused_without_showing_its_password(address: str) -> None:
    line = refusal(DATABASE_URL=address)
    assert line.startswith("DATABASE_URL")
    assert "geheim" not in line


def test_the_signs_of_a_password_that_cannot_stand_there_are_told() -> None:
    assert "write @ as %40" in refusal(DATABASE_URL=WITH_PASSWORD.format("a@b"))
    for password in ("a:b", "a%40b", "a%b"):
        url = WITH_PASSWORD.format(password)
        assert settings(DATABASE_URL=url).database_url.endswith(f":{password}@db/quiz")


def test_the_data_folder_is_where_sqlite_goes(tmp_path: Path) -> None:
    url = settings(DATA_DIR=str(tmp_path)).database_url
    assert url == f"sqlite:///{tmp_path}/quiz.sqlite3"


def test_an_https_address_makes_cookies_insist_on_it_and_names_our_hosts() -> None:
    secure = settings(BASE_URL="https://quiz.school.nl/")
    assert secure.secure
    assert secure.base_url == "https://quiz.school.nl"
    assert secure.hosts == ["quiz.school.nl", "localhost", "127.0.0.1"]
    assert not settings(BASE_URL="http://quiz.school.nl").secure
    assert settings().hosts is None


HALF = ["quiz.school.nl", "ftp://school.nl", "https://", "https://a b", "http://[x", "https://x:y"]
TOO_MUCH = """
https://school.nl/quiz  https://school.nl/quiz/  https://school.nl?x=1  https://school.nl/?
https://school.nl#top  https://school.nl/#  https://geheim@school.nl  https://u:geheim@school.nl
https://@school.nl  https://school.nl:0  https://school.nl\\quiz  https://school..nl
https://[2001:db8::1]  https://school.nl;quiz  https://school.nl%2Fquiz
"""


@pytest.mark.parametrize("address", [*HALF, *TOO_MUCH.split()])
def test_anything_but_a_protocol_and_a_host_is_refused(address: str) -> None:
    line = refusal(BASE_URL=address)
    assert line.startswith("BASE_URL must be only")
    assert "https://quiz.school.nl" in line, "the line says how it should be"
    assert "geheim" not in line


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("HTTPS://Quiz.School.NL./", "https://quiz.school.nl"),
        ("https://quiz.school.nl:443", "https://quiz.school.nl"),
        ("https://quiz.school.nl:8443/", "https://quiz.school.nl:8443"),
        ("http://localhost:80//", "http://localhost"),
        ("https://quiz.café.nl", "https://quiz.xn--caf-dma.nl"),
    ],
)
def test_an_address_is_kept_in_its_plain_form(written: str, plain: str) -> None:
    assert settings(BASE_URL=written).base_url == plain


@pytest.mark.parametrize("address", ["redis", "memory://", "http://cache", "memcached://cache"])
def test_a_counter_store_that_is_no_redis_is_refused(address: str) -> None:
    assert refusal(REDIS_URL=address).startswith("REDIS_URL")


def test_a_redis_address_is_kept_as_it_is() -> None:
    assert settings(REDIS_URL="rediss://cache:6379/0").redis_url == "rediss://cache:6379/0"


@pytest.mark.parametrize("count", ["-1", "one", "1.0", "٣", "²", "9" * 5000, " 1"])
def test_a_strange_number_of_proxies_is_refused(count: str) -> None:
    assert refusal(TRUSTED_PROXIES=count).startswith("TRUSTED_PROXIES")
    assert settings(TRUSTED_PROXIES="2").trusted_proxies == 2


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("CLASS_PLACES", ["5", "30", "60"], ["4", "61", "veel", "-5", "30.0"]),
        ("CLASS_HOURS", ["1", "12", "72"], ["0", "73", "x", "100"]),
    ],
)
def test_places_and_hours_of_a_class_stay_within_bounds(
    name: str, right: list[str], wrong: list[str]
) -> None:
    for number in right:
        assert getattr(settings(**{name: number}), name.lower()) == int(number)
    for number in wrong:
        assert refusal(**{name: number}).startswith(name)
    assert (settings().class_places, settings(CLASS_HOURS="").class_hours) == (40, 12)


def test_the_school_lives_in_amsterdam_or_in_the_zone_that_is_set() -> None:
    for name in ("", "Europe/Amsterdam", "America/Paramaribo", "UTC"):
        assert settings(TIME_ZONE=name).time_zone.key == (name or "Europe/Amsterdam")
    for name in ("Amsterdam", "localtime", "+01:00", "../x", "Europe/", "é", " "):
        assert refusal(TIME_ZONE=name).startswith("TIME_ZONE must be the name of a time zone")


def test_strong_means_long_and_varied() -> None:
    assert is_strong("abcdefghijklmnopqrstuvwxyz012345")
    assert not any(map(is_strong, ("abcdefghijklmnopqrstuvwxyz01234", "ab" * 40)))
