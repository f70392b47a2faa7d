"""What can be otherwise in a world that training never resembles."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Traits:
    """One kind of world. Sizes are in standard deviations of a latent answer unless said otherwise.

    Questions: `loading` mean loading on the own world, `uneven` how much it differs per question,
    `second` loading on one other world of the share `crossing` of the questions, `facet` loading on
    liking people, things or ideas whatever the world, `popularity` how much a question is liked by
    all, `fashion` the same for all questions of a world at once, `pairs` share of variance that
    questions of one world and facet have in common.

    People: `shape` of their interests (normal, skewed, types, circle), `related` mean correlation
    of interests, `groups` how far apart two groups of pupils lie per world.

    Answering: `reach` how far answers are spread over the scale (1: as far as in training),
    `steps` how unequal the steps of the scale are per question, `own_steps` per pupil, `yes` and
    `extreme` styles, `careless` share who click at random or in one line, `tired` share of answers
    after question 14 that are given without reading, `unknown` share of "don't know", which comes
    more often where little is liked.
    """

    loading: float = 0.62
    uneven: float = 0.12
    second: float = 0.25
    crossing: float = 0.4
    facet: float = 0.0
    popularity: float = 0.0
    fashion: float = 0.0
    pairs: float = 0.0
    shape: str = "normal"
    related: float = 0.4
    groups: float = 0.0
    reach: float = 1.1
    steps: float = 0.1
    own_steps: float = 0.1
    yes: float = 0.3
    extreme: float = 0.2
    careless: float = 0.02
    tired: float = 0.0
    unknown: float = 0.0
