"""Requests as nobody's browser sends them, each spelled in another way, by the thousand."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from urllib.parse import quote, urlencode

from flask import Flask

from tests.fuzz.naughty import NAUGHTY
from tests.house.access_world import World
from tests.security.walking import address, browser, routes, token

SHORT = 400  # characters: what is kept of a text of this size is seen (test_ten_thousand_spellings)
STATIC = ("css/base.css", "js/asking.js", "nix.css", "")
# To begin with; the test notes what our code asks for, and the second round sends that as well.
QUERY = (
    *("taal", "verder", "blok", "keer", "minuten", "naam", "beeld", "nummer", "samen", "klaar"),
    *("bord", "pas", "volgorde", "plaats", "opnieuw", "v", "proof", "csrf_token"),
)
FIELDS = (
    *("action", "code", "school_type", "year", "place", "share", "zeker", "block", "script"),
    *("own_world", "terug", "school", "present", "digits", "email", "password", "roles", "name"),
    *("places", "hours", "samen", "naam", "verder", "key", "month", "about", "kind", "account"),
    *("step", "new", "again", "sequence", "question", "value", "milliseconds", "los", "bewaar"),
)
HEADERS = (
    *("Host", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Prefix"),
    *("Forwarded", "X-Real-IP", "Accept", "Accept-Language", "Accept-Encoding", "Accept-Charset"),
    *("If-None-Match", "If-Match", "If-Modified-Since", "If-Range", "Range", "Origin", "Referer"),
    *("User-Agent", "Authorization", "Sec-Fetch-Site", "X-CSRFToken", "X-HTTP-Method-Override"),
    *("X-Requested-With", "Content-Type", "Cache-Control", "Purpose", "DNT", "X-Request-Id"),
)
HEADER_STARTS = {
    "Accept-Encoding": ("gzip;q=", "br, gzip, ", "*;q="),
    "Accept-Language": ("en-", "nl;q=0.", "en, "),
    "Host": ("localhost:", "a.", "[::1]:"),
    "If-None-Match": ('"', 'W/"', "*, "),
    "Origin": ("https://", "null "),
    "Range": ("bytes=", "bytes=0-1,", "bytes=-"),
    "X-Forwarded-For": ("203.0.113.", "2001:db8::", "10.0.0.1, "),
}
COOKIES = ("zeven_werelden", "__Host-zeven_werelden", "known", "session", "remember_token", "taal")
LOOKED_AT = ("/", "/static/css/base.css", "/start", "/static/nix", "/meedoen", "/over")
LAST = ("/volgende", "/wissen", "/uitloggen", "/account", "/opnieuw")  # after these one is out


@dataclass(frozen=True)
class Request:
    """What is sent, by whom, and of which kind it is."""

    kind: str
    who: str
    path: str
    query: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    form: str | None = None


class Spelling:
    """Every kind of request in one round; another round spells everything in another way."""

    def __init__(self, app: Flask, world: World, chance: Random, asked: set[str]) -> None:
        """`asked`: names that our code asked for before."""
        self._app, self._world, self._chance = app, world, chance
        self._token = token(app)
        self._names = sorted({*QUERY, *asked})
        self._fields = sorted({*FIELDS, *asked, "nobody's"})

    def addresses(self) -> Iterator[Request]:
        """Every route and some static files, bent."""
        for route in routes(self._app, "GET", "POST"):
            straight = address(self._world, route.rule)
            yield Request("address", route.owner, straight)
            for who in ("stranger", route.owner) * 4:
                yield Request("address", who, self._bent(straight))
        for turn in range(2400):
            yield Request("static", "stranger", self._bent(f"/static/{STATIC[turn % len(STATIC)]}"))

    def queries(self) -> Iterator[Request]:
        """Every name on pages that read some, and on others; also twice."""
        for route in routes(self._app, "GET"):
            straight, slow = address(self._world, route.rule), route.rule.endswith(("pdf", "xlsx"))
            for name in self._chance.sample(self._names, 1 if slow else 9):
                pairs = [(name, self._text())] * self._chance.randint(1, 3)
                pairs += [(self._text()[:30], self._text())]
                who = self._chance.choice(("stranger", route.owner))
                yield Request("query", who, straight, urlencode(pairs, errors="replace"))

    def headers(self) -> Iterator[Request]:
        """Every header with what may nearly be right, and names that are nobody's."""
        for turn in range(28):
            for name in HEADERS:
                start = self._chance.choice(HEADER_STARTS.get(name, ("",)))
                made_up = "X-" + quote(self._text()[:20], safe="").replace("%", "-")
                sent = {name: start + self._text(), made_up: self._text()}
                who = ("stranger", "pupil")[turn % 2]
                yield Request("header", who, self._chance.choice(LOOKED_AT), headers=sent)

    def cookies(self) -> Iterator[Request]:
        """Names and values of cookies, ours and others, signed by nobody."""
        for turn in range(250):
            name = self._chance.choice((*COOKIES, quote(self._text()[:20])))
            sent = {"Cookie": f"{name}={self._text()}; {name}={self._text()}"}
            yield Request("cookie", "stranger", LOOKED_AT[turn % len(LOOKED_AT)], headers=sent)

    def forms(self) -> Iterator[Request]:
        """Every form with its good token, with every name and any text, in two encodings."""
        posts = list(routes(self._app, "POST"))
        for route in sorted(posts, key=lambda each: (each.rule.startswith(LAST), each.rule)):
            straight = address(self._world, route.rule)
            for name in self._chance.sample(self._fields, 18):
                pairs = [(name, self._text())] * self._chance.randint(1, 3)
                pairs += [(self._chance.choice(self._fields), self._text())]
                if name != "password" or self._chance.random() < 0.2:  # hashing takes its time
                    pairs += [("csrf_token", self._token)]
                form = urlencode(pairs, errors="replace")
                yield Request("form", route.owner, straight, form=form)

    def _text(self) -> str:
        """A text that breaks careless software, never twice the same."""
        odd = self._chance.choice((*NAUGHTY, "..%2f", "0", "1e3", "²", "/../", "//", "A.b;c,d"))
        return odd[: self._chance.randint(0, SHORT)] + f"{self._chance.getrandbits(60):x}"

    def _bent(self, path: str) -> str:
        """An address with something in it that does not belong there."""
        parts = path.split("/")
        where = self._chance.randrange(1, len(parts))
        bends = (
            lambda: parts.insert(where, self._chance.choice((".", "..", "", "css/..", "%2e%2e"))),
            lambda: parts.insert(where, self._text().replace("/", "")),
            lambda: parts.__setitem__(where, parts[where] + self._text()),
            lambda: parts.__setitem__(where, parts[where].upper()),
            lambda: parts.__setitem__(where, str(self._chance.getrandbits(70))),
            lambda: parts.__setitem__(where, parts[where].replace("e", "%65")),
            lambda: parts.extend(["js", ".."] * self._chance.randint(1, 20)),
        )
        for _bend in range(self._chance.randint(1, 3)):
            self._chance.choice(bends)()
        if self._chance.random() < 0.5:
            parts.insert(1, f"{self._chance.getrandbits(40):x}/..")
        return "/".join(parts)


def cookie_of(app: Flask, world: World, who: str) -> str:
    """The cookie of this visitor's browser."""
    client = browser(app, world, who)
    return "; ".join(f"{each.key}={each.value}" for each in client._cookies.values())  # type: ignore[union-attr]
