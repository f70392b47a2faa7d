"""How the simulated world differs from what the experts wrote down, from mild to rough."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Conditions:
    """Sizes of what is simulated. Latent answers have a standard deviation of 1, beside style.

    loading, stray: SD of the change of the expert loadings and of loadings nobody wrote down;
    style: how much a tendency to say yes moves every answer; extremity: SD of the log of how
    far apart a pupil's answers lie; reach: how far answers are spread over the scale (1: as the
    experts' model has it); popularity: SD of how much a question is liked by all; group:
    SD per world of the difference between two groups of pupils; local: share of variance that
    pairs of questions have in common besides the interests; tails: degrees of freedom of
    t-distributed interests (0 = normal); careless: share of pupils who click without reading.
    """

    loading: float = 0.06
    stray: float = 0.03
    style: float = 0.3
    extremity: float = 0.15
    reach: float = 1.0
    popularity: float = 0.0
    group: float = 0.0
    local: float = 0.0
    tails: int = 0
    careless: float = 0.0


# Set so that the raw sum of all 56 questions does as well as where the figures to reach come from:
# .62 / .56 / .57 there, .63 / .58 / .56 here (docs/engine.md).
PLAIN = Conditions(careless=0.03)
SHIFTED = Conditions(loading=0.1, stray=0.08, popularity=0.5, group=0.2, careless=0.03)
ROUGH = Conditions(
    loading=0.1,
    stray=0.08,
    style=0.4,
    extremity=0.25,
    popularity=0.35,
    group=0.2,
    local=0.05,
    tails=5,
    careless=0.02,
)
EVALUATION = {"plain": PLAIN, "shifted": SHIFTED, "rough": ROUGH}
