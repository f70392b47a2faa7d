"""The file of SSO_FILE for a provider of the tests."""

from pathlib import Path

from tests.sign_on.provider import CLIENT, SECRET, Provider

OURS = "http://127.0.0.1:8000"


def written(folder: Path, *providers: Provider, **more: str) -> Path:
    """A file with these providers: `school`, `school-2`; `more` are settings as TOML has them."""
    path = folder / "sso.toml"
    path.write_text("".join(part(one, number, more) for number, one in enumerate(providers, 1)))
    return path


def part(provider: Provider, number: int, more: dict[str, str]) -> str:
    """One provider of the file."""
    values = {
        "id": '"school"' if number == 1 else f'"school-{number}"',
        "kind": '"oidc"',
        "label": f'"School {number}"',
        "issuer": f'"{provider.url}"',
        "client_id": f'"{CLIENT}"',
        "client_secret": f'"{SECRET}"',
        **more,
    }
    lines = "".join(f"{name} = {value}\n" for name, value in values.items())
    return f"[[provider]]\n{lines}\n"
