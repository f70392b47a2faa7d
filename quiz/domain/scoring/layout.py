"""How a model is laid out as plain JSON values, both ways. Numbers keep six decimals."""

from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from typing import Any

import numpy as np

from quiz.domain.scoring.checks import check_form, check_head, check_measurement, check_misfit
from quiz.domain.scoring.errors import ModelFieldError, ModelNumberError, ModelShapeError
from quiz.domain.scoring.model import Form, Head, Measurement, Model, Rules
from quiz.domain.scoring.normal import Array

_DECIMALS = 6


def contents_of(model: Model) -> dict[str, Any]:
    """The model as plain JSON values."""
    form, measurement = model.form, model.measurement
    columns = (measurement.means, measurement.unique, measurement.loadings)
    rows = zip(form.items.items(), *(_plain(column) for column in columns), strict=True)
    shares = {} if measurement.shares is None else {"shares": _plain(measurement.shares)}
    return {
        "bank_hash": model.bank_hash,
        "provenance": dict(model.provenance),
        "metrics": dict(model.metrics),
        "rules": {name: float(value) for name, value in asdict(model.rules).items()},
        "values": list(form.values),
        "unknown": form.unknown,
        "worlds": list(form.worlds),
        "items": [
            {"id": item, "world": world, "mean": mean, "unique": unique, "loadings": loadings}
            for (item, world), mean, unique, loadings in rows
        ],
        "order": list(form.order),
        "misfit": [list(row) for row in model.misfit],
        "prior": _plain(measurement.prior),
        "coefficients": _plain(model.head.coefficients),
        "intercept": _plain(model.head.intercept),
        **shares,
    }


def model_from(contents: Mapping[str, Any]) -> Model:
    """The model that plain JSON values describe, or raise the ModelError that fits."""
    rows = [_mapping("items", row) for row in _list(contents, "items")]
    form = _form(contents, rows)
    check_form(form)
    measurement = _measurement(contents, rows, len(form.worlds))
    if "shares" in contents:
        shape = (len(rows), len(form.worlds))
        shares = _numbers("shares", _list(contents, "shares"), shape)
        measurement = replace(measurement, shares=shares)
    check_measurement(measurement, form)
    head = _head(contents, len(form.worlds))
    check_head(head)
    return Model(
        bank_hash=_text("bank_hash", _field(contents, "bank_hash")),
        form=form,
        measurement=measurement,
        head=head,
        rules=_rules(_mapping("rules", _field(contents, "rules"))),
        provenance=_mapping("provenance", _field(contents, "provenance")),
        metrics=_mapping("metrics", _field(contents, "metrics")),
        misfit=_misfit(_field(contents, "misfit")),
    )


def _plain(array: Array) -> Any:
    return (np.round(array, _DECIMALS) + 0.0).tolist()


def _form(contents: Mapping[str, Any], rows: list[dict[str, Any]]) -> Form:
    names = [_text("items", _field(row, "id")) for row in rows]
    if len(set(names)) < len(names):
        raise ModelFieldError("model: items holds a question twice; run `quiz train`")
    worlds = [_text("items", _field(row, "world")) for row in rows]
    return Form(
        worlds=tuple(_text("worlds", world) for world in _list(contents, "worlds")),
        items=dict(zip(names, worlds, strict=True)),
        values=tuple(_whole("values", value) for value in _list(contents, "values")),
        unknown=_whole("unknown", _field(contents, "unknown")),
        order=tuple(_text("order", item) for item in _list(contents, "order")),
    )


def _measurement(
    contents: Mapping[str, Any], rows: list[dict[str, Any]], worlds: int
) -> Measurement:
    columns = {name: [_field(row, name) for row in rows] for name in ("mean", "unique", "loadings")}
    return Measurement(
        means=_numbers("mean", columns["mean"], (len(rows),)),
        loadings=_numbers("loadings", columns["loadings"], (len(rows), worlds + 1)),
        unique=_numbers("unique", columns["unique"], (len(rows),)),
        prior=_numbers("prior", _field(contents, "prior"), (worlds + 1, worlds + 1)),
    )


def _head(contents: Mapping[str, Any], worlds: int) -> Head:
    return Head(
        _numbers("coefficients", _field(contents, "coefficients"), (worlds, 2 * worlds)),
        _numbers("intercept", _field(contents, "intercept"), (worlds,)),
    )


def _misfit(value: Any) -> tuple[tuple[float, float, float], ...]:
    if value == []:
        return ()
    rows = _numbers("misfit", value, (len(value) if isinstance(value, list) else 1, 3))
    check_misfit(rows)
    return tuple((float(answers), float(low), float(high)) for answers, low, high in rows)


def _rules(contents: Mapping[str, Any]) -> Rules:
    names = [field.name for field in fields(Rules)]
    return Rules(**{name: float(_numbers(name, _field(contents, name), ())) for name in names})


def _numbers(name: str, value: object, shape: tuple[int, ...]) -> Array:
    try:
        array = np.array(value)
    except ValueError:
        raise ModelShapeError(f"model: {name} has rows of different lengths") from None
    if array.dtype.kind not in "if":
        raise ModelFieldError(f"model: {name} must hold numbers only")
    if array.shape != shape:
        raise ModelShapeError(f"model: {name} has shape {array.shape}, it must be {shape}")
    if not np.isfinite(array).all():
        raise ModelNumberError(f"model: {name} holds NaN or an infinite number")
    return array.astype(float)


def _field(contents: Mapping[str, Any], name: str) -> Any:
    if name not in contents:
        raise ModelFieldError(f"model: {name} is missing; run `quiz train`")
    return contents[name]


def _list(contents: Mapping[str, Any], name: str) -> list[Any]:
    value = _field(contents, name)
    if not isinstance(value, list) or not value:
        raise ModelFieldError(f"model: {name} must be a list that is not empty")
    return value


def _mapping(name: str, value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ModelFieldError(f"model: {name} must hold named values")
    return value


def _text(name: str, value: object) -> str:
    if not isinstance(value, str) or not value:
        raise ModelFieldError(f"model: {name} must be text, not {value!r}")
    return value


def _whole(name: str, value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ModelFieldError(f"model: {name} must be a whole number, not {value!r}")
    return value
