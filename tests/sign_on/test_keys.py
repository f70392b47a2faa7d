"""The keys of a provider: which may sign, and how new ones are found."""

from typing import Any

from flask import Flask
from joserfc.jwk import RSAKey

from tests.sign_on.forging import SMALL_KEY, STRANGER, signed_by
from tests.sign_on.provider import KEY, OTHER_KEY, Provider
from tests.sign_on.somebody import Somebody


def test_a_small_key_is_refused(linked: Somebody, provider: Provider) -> None:
    provider.keys, provider.signs_with = [SMALL_KEY], SMALL_KEY
    provider.forge = signed_by(SMALL_KEY)
    _forget_keys(linked.client.application)
    assert linked.sign_in().status == 502


def test_a_key_for_encryption_signs_nothing(linked: Somebody, provider: Provider) -> None:
    provider.keys = [RSAKey.import_key({**KEY.as_dict(private=True), "use": "enc"})]
    _forget_keys(linked.client.application)
    assert linked.sign_in().status == 502


def test_without_a_name_only_a_single_key_will_do(linked: Somebody, provider: Provider) -> None:
    provider.forge = signed_by(KEY, kid=None)
    assert linked.sign_in().status == 200
    second = Somebody(linked.client.application, provider)
    provider.keys = [KEY, OTHER_KEY]
    _forget_keys(second.client.application)
    assert second.sign_in().status == 502


def test_a_new_key_is_fetched_once_and_then_known(linked: Somebody, provider: Provider) -> None:
    _forget_keys(linked.client.application)
    assert linked.sign_in().status == 200
    provider.keys = [OTHER_KEY]
    provider.signs_with = OTHER_KEY
    _grow_old(linked.client.application, 61)
    other = Somebody(linked.client.application, provider)
    assert other.sign_in().status == 200
    assert provider.asked.count("/keys") == 3


def test_unknown_keys_have_the_key_set_fetched_once_a_minute(
    linked: Somebody, provider: Provider
) -> None:
    _forget_keys(linked.client.application)
    provider.asked.clear()
    provider.forge = signed_by(STRANGER, kid="onbekend")
    for _try in range(5):
        assert Somebody(linked.client.application, provider).sign_in().status == 502
    assert provider.asked.count("/keys") == 1


def _directory(app: Flask) -> Any:
    return app.extensions["sign_on"]["school"].directory


def _forget_keys(app: Flask) -> None:
    vars(_directory(app)).update(_keys=None)


def _grow_old(app: Flask, seconds: float) -> None:
    fetched, keys = vars(_directory(app))["_keys"]
    vars(_directory(app)).update(_keys=(fetched - seconds, keys))
