"""Whether the certificate is renewed in time, also one that lives for hours."""

import ssl
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from quiz.cli.doctor.finding import Finding, well, wrong

_RENEWED = timedelta(days=14)
_LAST_PART = 4  # who renews by itself does so before the last quarter of a life
_HOURS = 3600


def judged(certificate: Mapping[str, Any], moment: datetime) -> Finding:
    """How long it is good for, beside how long it was made for."""
    ends = ssl.cert_time_to_seconds(certificate["notAfter"])
    life = timedelta(seconds=ends - ssl.cert_time_to_seconds(certificate["notBefore"]))
    left = timedelta(seconds=ends - moment.timestamp())
    if left < min(_RENEWED, life / _LAST_PART):
        told = f"it ends in {_told(left)} ({certificate['notAfter']})"
        return wrong("certificate", told, "renew it now")
    return well("certificate", f"good for another {_told(left)}")


def _told(left: timedelta) -> str:
    """In days, of the last one in hours; -1 days is over."""
    return f"{left.days} days" if left.days else f"{left.seconds // _HOURS} hours"
