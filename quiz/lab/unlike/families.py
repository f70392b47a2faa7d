"""The kinds of worlds that the model is judged on, from about plain to rough."""

from collections.abc import Mapping
from dataclasses import replace

from quiz.lab.unlike.traits import Traits

_PLAIN = Traits(loading=0.63, reach=1.6, steps=0.15, own_steps=0.15)
_SHIFTED = replace(_PLAIN, loading=0.65, uneven=0.15, groups=0.2, popularity=0.2)
_ROUGH = replace(_SHIFTED, loading=0.69, pairs=0.1, reach=1.8, yes=0.4, extreme=0.3, tired=0.05)

Kinds = Mapping[str, Traits]
UNLIKE: Mapping[str, Kinds] = {
    "plain": {
        "steps of the scale": replace(_PLAIN, loading=0.65, steps=0.3, own_steps=0.3),
        "skewed interests": replace(_PLAIN, shape="skewed", loading=0.61),
        "types of pupils": replace(_PLAIN, shape="types", loading=0.66),
        "a circle of worlds": replace(_PLAIN, shape="circle", loading=0.62),
        "people, things, ideas": replace(_PLAIN, facet=0.3),
    },
    "shifted": {
        "liked questions": replace(_SHIFTED, popularity=0.35),
        "worlds in fashion": replace(_SHIFTED, fashion=0.1),
        "other loadings": replace(_SHIFTED, uneven=0.22, second=0.35, crossing=0.7, loading=0.66),
        "pairs of questions": replace(_SHIFTED, pairs=0.08),
        "worlds that go together": replace(_SHIFTED, related=0.55, loading=0.66),
    },
    "rough": {
        "strong styles": replace(_ROUGH, yes=0.6, extreme=0.5),
        "tired pupils": replace(_ROUGH, tired=0.15),
        "careless pupils": replace(_ROUGH, careless=0.06),
        "not known, not liked": replace(_ROUGH, unknown=0.15),
        "all at once": replace(
            _ROUGH, shape="skewed", facet=0.25, fashion=0.1, tired=0.1, unknown=0.05, pairs=0.1
        ),
    },
}
