"""From the words of Granian to those of WSGI: nothing is lost, nothing passes for more."""

from typing import Any, cast

from granian.rsgi import Scope
from werkzeug.wrappers import Request

from quiz.server.wsgi import environment_of
from tests.server.test_gateway import Asked


class Headers(dict[str, str]):
    """Headers of which some come twice, as Granian gives them."""

    def __init__(self, *pairs: tuple[str, str]) -> None:
        super().__init__(pairs)
        self.pairs = pairs

    def items(self) -> Any:
        """Every line, in the order of arrival."""
        return self.pairs


def test_a_header_with_an_underscore_does_not_pass_for_another() -> None:
    headers = {"x_forwarded_for": "1.2.3.4", "x-forwarded-for": "10.0.0.8"}
    environment = environment_of(cast("Scope", Asked(headers=headers)), b"")
    assert environment["HTTP_X_FORWARDED_FOR"] == "10.0.0.8"


def test_headers_that_come_twice_are_joined_as_each_of_them_is_listed() -> None:
    headers = Headers(
        ("cookie", "portal=abc"),
        ("x-forwarded-for", "198.51.100.7"),
        ("cookie", "zeven_werelden=x; b=2"),
        ("x-forwarded-for", "10.0.0.8"),
        ("if-none-match", '"a"'),
        ("if-none-match", 'W/"b"'),
        ("cookie", ""),
    )
    environment = environment_of(cast("Scope", Asked(headers=headers)), b"")
    assert environment["HTTP_COOKIE"] == "portal=abc; zeven_werelden=x; b=2; "
    assert environment["HTTP_X_FORWARDED_FOR"] == "198.51.100.7,10.0.0.8"
    assert environment["HTTP_IF_NONE_MATCH"] == '"a",W/"b"'
    cookies = Request(environment).cookies
    assert cookies.to_dict() == {"portal": "abc", "zeven_werelden": "x", "b": "2"}


def test_a_host_in_the_request_line_is_the_host() -> None:
    asked = Asked(headers={"host": "quiz.school.nl"}, authority="evil.example:99")
    assert environment_of(cast("Scope", asked), b"")["HTTP_HOST"] == "evil.example:99"
    plain = Asked(headers={"host": "quiz.school.nl"})
    assert environment_of(cast("Scope", plain), b"")["HTTP_HOST"] == "quiz.school.nl"


def test_addresses_and_accents_arrive_as_wsgi_writes_them() -> None:
    asked = Asked(path="/werelden/één", client="[2001:db8::1]:99", server="[::1]:8000")
    environment = environment_of(cast("Scope", asked), b"")
    assert environment["PATH_INFO"].encode("latin-1").decode() == "/werelden/één"
    assert environment["REMOTE_ADDR"] == "2001:db8::1"
    assert (environment["SERVER_NAME"], environment["SERVER_PORT"]) == ("::1", "8000")
