"""Somebody who signs in with the school's account, in a browser without JavaScript."""

from urllib.parse import urlsplit

from flask import Flask

from tests.blueprints.accounts import people
from tests.sign_on.provider import Provider
from tests.visitor import Page, Visitor

START = "/inloggen/school/school"
BACK = f"{START}/terug"


class Somebody(Visitor):
    """A visitor who also goes to the provider and comes back."""

    def __init__(self, app: Flask, provider: Provider) -> None:
        super().__init__(app)
        self.provider = provider

    def leave_for_school(self, path: str = START) -> str:
        """Press the button: the address at the provider where the browser goes."""
        answer = self.client.get(path)
        assert answer.status_code == 302, Page(answer).text
        assert answer.location.startswith(f"{self.provider.url}/authorize?"), answer.location
        return answer.location

    def way_back(self, path: str = START) -> str:
        """Go there and say yes: the address here that the provider leads to."""
        address = self.provider.authorize(urlsplit(self.leave_for_school(path)).query)
        return address.removeprefix("http://127.0.0.1:8000")

    def sign_in(self, path: str = START) -> Page:
        """There and back again."""
        return self.get(self.way_back(path))

    def link_own(self, email: str = people.TEACHER) -> Page:
        """Sign in with the password, and link the school account."""
        people.sign_in(self, email)
        asked = self.sign_in(f"{START}?voor=account")
        assert asked.path == "/account/koppelen", asked.text
        done = self.submit(asked, present=people.PASSWORD)
        assert done.path == "/account", done.text
        return done

    def is_in(self) -> bool:
        """Whether somebody is signed in here."""
        return people.is_signed_in(self)
