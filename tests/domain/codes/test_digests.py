"""What is stored in place of a code."""

import hashlib
import hmac

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.domain.codes.digests import code_digest

CODE = "otter-tafel-482913"


def test_it_is_the_hmac_sha256_of_kind_and_code() -> None:
    expected = hmac.new(b"key", b"6:return:otter-tafel-482913", hashlib.sha256).digest()
    assert code_digest(b"key", "return", CODE) == expected


def test_key_kind_and_code_each_make_another_digest() -> None:
    digests = {
        code_digest(b"key", "return", CODE),
        code_digest(b"other", "return", CODE),
        code_digest(b"key", "share", CODE),
        code_digest(b"key", "return", "otter-tafel-482914"),
    }
    assert len(digests) == 4


@given(st.text(), st.text(), st.text(), st.text())
def test_two_kinds_never_run_into_one_another(
    kind: str, code: str, other_kind: str, other_code: str
) -> None:
    same = code_digest(b"key", kind, code) == code_digest(b"key", other_kind, other_code)
    assert same == ((kind, code) == (other_kind, other_code))


def test_an_empty_key_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a key"):
        code_digest(b"", "return", CODE)
