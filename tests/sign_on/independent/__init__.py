"""npm's oidc-provider, an implementation of OpenID Connect that shares nothing with ours.

Its packages are pinned here. scripts/prepare-tests.sh installs them, outside of any test; where
that could not be, the tests with it are not collected, and the run says so at its end.
"""

from pathlib import Path

import pytest

HERE = Path(__file__).parent
INSTALLED = HERE.parents[2] / ".cache" / "independent"
LEFT_OUT = (
    "NOT TRIED: signing in with npm's oidc-provider (tests/sign_on/test_independent.py). "
    "scripts/prepare-tests.sh installs it where there is npm and a registry"
)


def is_installed() -> bool:
    """Whether what the lock pins is there, whole: the copy of the lock is written last."""
    return all(
        (INSTALLED / copy).is_file()
        and (INSTALLED / copy).read_bytes() == (HERE / name).read_bytes()
        for name, copy in (("package-lock.json", "installed"), ("server.mjs", "server.mjs"))
    )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what this machine could not try, where everybody looks: under the tests that failed."""
    if not is_installed():
        terminalreporter.write_line(LEFT_OUT, red=True, bold=True)
