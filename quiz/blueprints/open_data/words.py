"""The words that others read where the catalogue keeps a word of its own."""

from collections.abc import Mapping

from quiz.domain.catalogue.files.schema import INSTITUTION_KINDS, MODES
from quiz.domain.catalogue.files.schema import SIZES as KNOWN_SIZES

__all__ = ["EVENT_KINDS", "INSTITUTION_KINDS", "MODES", "PROGRAMME_KINDS", "SCOPES", "SIZES"]
SIZES = ("", *KNOWN_SIZES)
REGISTERS: Mapping[str, str] = {"crebo": "crebo", "croho": "croho", "none": "geen"}
SCOPES: Mapping[str, str] = {"regional": "regionaal", "national": "landelijk"}
PROGRAMME_KINDS: Mapping[str, str] = {
    "vmbo_profile": "vmbo-profiel",
    "havo_vwo_profile": "havo-vwo-profiel",
    "mbo": "mbo",
    "ad": "ad",
    "hbo": "hbo",
    "wo": "wo",
}
EVENT_KINDS: Mapping[str, str] = {
    "day": "dag",
    "experience": "belevenis",
    "fair": "beurs",
    "festival": "festival",
    "makerspace": "makerspace",
    "museum": "museum",
    "open_days": "open-dagen",
    "pet_event": "pet",
    "science_centre": "science-centrum",
    "technolab": "technolab",
    "week": "week",
    "workshop": "workshop",
}
