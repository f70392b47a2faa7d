"""The file of SSO_FILE: what is good is read, all else is one clear line without a secret."""

from pathlib import Path

import pytest

from quiz.config import InvalidSettings
from quiz.config.sign_on import is_safe_address, read_providers
from tests.own_app import settings_of_tests

SECRET = "geheim-4711"
GOOD = f"""
[[provider]]
id = "microsoft"
kind = "entra"
tenant = "0F3D5C1E-0000-4000-8000-0123456789AB"
client_id = "quiz"
client_secret = "{SECRET}"

[[provider]]
id = "entree"
kind = "entree"
schools = ["01AB"]
client_id = "quiz"
client_secret_file = "entree-secret"
"""


def read(folder: Path, text: str) -> None:
    """Settings with this file."""
    path = folder / "sso.toml"
    path.write_text(text)
    settings_of_tests(SSO_FILE=str(path), BASE_URL="https://quiz.example")


def test_two_providers(tmp_path: Path) -> None:
    (tmp_path / "entree-secret").write_text(f"{SECRET}\n")
    (tmp_path / "sso.toml").write_text(GOOD)
    microsoft, entree = read_providers(str(tmp_path / "sso.toml"))
    tenant = "0f3d5c1e-0000-4000-8000-0123456789ab"
    assert microsoft.issuer == f"https://login.microsoftonline.com/{tenant}/v2.0"
    assert (microsoft.label, entree.label) == ("Microsoft", "Entree")
    assert entree.client_secret == SECRET
    assert SECRET not in repr((microsoft, entree))
    assert entree.asks_userinfo
    assert not microsoft.has_second_step


BAD = {
    "no file at all": "geen toml",
    "nothing": "",
    "one part": GOOD.replace('[[provider]]\nid = "entree"', '[other]\nid = "entree"'),
    "common": GOOD.replace("0F3D5C1E-0000-4000-8000-0123456789AB", "common"),
    "an unknown kind": GOOD.replace('"entra"', '"saml"'),
    "an unknown word": GOOD.replace("tenant", "huurder"),
    "the same id twice": GOOD.replace('"microsoft"', '"entree"'),
    "an id with a slash": GOOD.replace('"microsoft"', '"a/b"'),
    "no secret": GOOD.replace(f'client_secret = "{SECRET}"', ""),
    "an empty client": GOOD.replace('client_id = "quiz"', 'client_id = ""', 1),
    "no school": GOOD.replace('["01AB"]', "[]"),
    "a school that is none": GOOD.replace('["01AB"]', '["school"]'),
    "a school as text": GOOD.replace('["01AB"]', '"01AB"'),
    "an issuer over http": GOOD.replace("client_id", 'issuer = "http://idp.example"\nclient_id', 1),
}


@pytest.mark.parametrize("bad", list(BAD))
def test_what_is_wrong_is_one_line_without_a_secret(tmp_path: Path, bad: str) -> None:
    (tmp_path / "entree-secret").write_text(SECRET)
    with pytest.raises(InvalidSettings, match="SSO_FILE") as refused:
        read(tmp_path, BAD[bad])
    assert SECRET not in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_secret_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InvalidSettings, match="client_secret_file"):
        read(tmp_path, GOOD)


@pytest.mark.parametrize("base_url", ["", "http://quiz.example"])
def test_the_way_back_is_over_https(tmp_path: Path, base_url: str) -> None:
    (tmp_path / "entree-secret").write_text(SECRET)
    (tmp_path / "sso.toml").write_text(GOOD)
    with pytest.raises(InvalidSettings, match="BASE_URL"):
        settings_of_tests(SSO_FILE=str(tmp_path / "sso.toml"), BASE_URL=base_url)


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://idp.example/x", True),
        ("http://127.0.0.1:9/x", True),
        ("http://idp.example/x", False),
        ("http://127.0.0.1.evil.example/", False),
        ("https://user@idp.example/", False),
        ("https:///x", False),
        ("https://idp.example/#x", False),
        ("file:///etc/passwd", False),
        ("https://idp.exa\nmple/", False),
        ("", False),
        (None, False),
    ],
)
def test_where_we_may_call(address: object, safe: bool) -> None:
    assert is_safe_address(address) is safe
