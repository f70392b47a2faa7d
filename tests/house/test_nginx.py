"""The proxies that we describe let through what we take in, and no more."""

import pytest

from quiz.app import FILES, LARGEST_BODY, LARGEST_FILE
from tests.house.test_deploy import DEPLOY


@pytest.mark.parametrize("name", ["nginx-site.conf", "nginx.conf"])
def test_nginx_lets_through_what_we_take_in(name: str) -> None:
    text = (DEPLOY / name).read_text(encoding="utf-8")
    assert f"client_max_body_size {LARGEST_BODY >> 10}k;" in text
    part = text.partition(f"location = {FILES} {{")[2].partition("}")[0]
    assert f"client_max_body_size {LARGEST_FILE >> 20}m;" in part
    assert "proxy_pass http://" in part
