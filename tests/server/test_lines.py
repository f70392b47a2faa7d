"""What the server itself says is one line of JSON, whatever stands in it."""

import json
import logging

from quiz.server.json_lines import JsonLines


def test_a_worker_that_died_is_one_line_that_machines_read() -> None:
    record = logging.LogRecord(
        "_granian", logging.WARNING, "", 1, "Unexpected exit\nfrom %s", ("worker-1",), None
    )
    (line,) = JsonLines().format(record).splitlines()
    said = json.loads(line)
    assert (said["event"], said["level"]) == ("Unexpected exit\nfrom worker-1", "warning")
    assert said["timestamp"].endswith("Z")
