"""A list that a coordinator sent and did not take over yet."""

from quiz.domain.catalogue.upkeep.uploaded import Uploaded
from quiz.storage.tables.staff import Staff
from quiz.usecases.region_rows.drafts import NewDraft, keep_draft
from quiz.usecases.services import Services

CELLS = {
    "name": "Nieuw",
    "municipality": "GM0228",
    "worlds": "hitech-science:1",
    "what_they_do_nl": "Maakt iets.",
    "what_they_do_en": "Makes something.",
    "source_url": "https://example.org",
}


def sent_list(services: Services, person: Staff) -> int:
    """One new company."""
    uploaded = Uploaded(tuple(CELLS), ((2, tuple(CELLS.values())),), ())
    return keep_draft(services, person, NewDraft("companies.csv", "x.csv", uploaded, list(CELLS)))
