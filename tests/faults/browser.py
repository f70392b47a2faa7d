"""One browser that meets several nodes, as it does behind a balancer: its cookies go along."""

from dataclasses import dataclass, field
from http.client import HTTPConnection
from urllib.parse import urlencode, urlsplit

from quiz.lab.bench.fast_forms import FastForm, main_form
from tests.live_server import Server

MOST_REDIRECTS = 5


@dataclass(frozen=True)
class Shown:
    """What the browser shows."""

    status: int
    path: str
    html: str

    @property
    def form(self) -> FastForm:
        """The main form; the test fails where there is none."""
        form = main_form(self.html)
        assert form is not None, f"no form on {self.path}"
        return form


@dataclass
class Browser:
    """Opens pages and sends forms; each time on the node that the test says."""

    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, node: Server, path: str) -> Shown:
        """Open a page, following redirects on the same node."""
        return self._follow(node, "GET", path)

    def submit(self, node: Server, page: Shown, **fields: str) -> Shown:
        """Send the main form of a page with these fields, and the first choice of any other."""
        return self._follow(node, "POST", *self._filled_in(page, fields))

    def send(self, node: Server, page: Shown, **fields: str) -> int:
        """The same, with one request only: the status of its answer."""
        return self._ask(node, "POST", *self._filled_in(page, fields))[0]

    def walk(self, node: Server, page: Shown, until: str = "/resultaat") -> Shown:
        """Send every form until a page is reached."""
        while page.path != until:
            page = self.submit(node, page)
        return page

    def _filled_in(self, page: Shown, fields: dict[str, str]) -> tuple[str, dict[str, str]]:
        form = page.form
        first = {name: options[0] for name, options in form.choices.items() if options[0]}
        return form.action or page.path, {**first, **form.values, **fields}

    def _follow(
        self, node: Server, method: str, path: str, fields: dict[str, str] | None = None
    ) -> Shown:
        for _hop in range(MOST_REDIRECTS):
            status, location, html = self._ask(node, method, path, fields)
            if status != 303:
                return Shown(status, urlsplit(path).path, html)
            path, method, fields = (
                urlsplit(location)._replace(scheme="", netloc="").geturl(),
                "GET",
                None,
            )
        raise AssertionError(f"redirected in circles at {path}")

    def _ask(
        self, node: Server, method: str, path: str, fields: dict[str, str] | None
    ) -> tuple[int, str, str]:
        pairs = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = {"Cookie": pairs} if pairs else {}
        if fields is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection = HTTPConnection(node.address, timeout=60)
        connection.request(method, path, urlencode(fields) if fields else None, headers)
        answer = connection.getresponse()
        html = answer.read().decode()
        for line in answer.headers.get_all("Set-Cookie") or ():
            name, _, rest = line.partition("=")
            self.cookies[name] = rest.split(";", 1)[0]
        connection.close()
        return answer.status, answer.headers.get("Location", ""), html
