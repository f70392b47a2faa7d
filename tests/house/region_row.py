"""A row of FoodValley, as the forms of coordinators send it; as it is, and once changed."""

from sqlalchemy import select

from quiz.domain.catalogue.files.columns import COMPANIES
from quiz.domain.catalogue.upkeep.digest import digest_of
from quiz.domain.catalogue.upkeep.line import stand_of
from quiz.storage.catalogue_rows import CatalogueAt
from quiz.storage.tables.staff import Staff
from quiz.usecases.region_rows.changing import Shown, change_row
from quiz.usecases.region_rows.drafts import draft_of
from quiz.usecases.region_rows.importing import lines_of
from quiz.usecases.services import Services
from tests.real import real_catalogue

_ITEM: dict[str, object] = {"title_nl": "Open avond", "day": "2027-05-10", "revision": "2"}
ITEM_FORMS = dict.fromkeys(("/regio/agenda/nieuw", "/regio/agenda/<int:item_id>"), _ITEM)

EMAIL = "coordinator@een.example"
KEY = COMPANIES.file, "moba"


def moba() -> tuple[dict[str, str], str]:
    """Its fields, and the digest of how it stands in the files."""
    cells = COMPANIES.write(real_catalogue().companies[KEY[1]])
    weights = (part.split(":") for part in cells["worlds"].split(";"))
    return {**cells, **{f"worlds-{world}": to for world, to in weights}}, digest_of(cells, "seed")


def stand_of_draft(services: Services, number: int) -> str:
    """How the list of the coordinator stands, as its preview says."""
    at = CatalogueAt(None, real_catalogue())
    with services.database.reading() as session:
        staff = session.scalars(select(Staff).where(Staff.email == EMAIL)).one()
        draft = draft_of(session, staff.id, number, services.clock())
        return stand_of(lines_of(services, session, at, draft, frozenset({"foodvalley"})))


def change_moba(services: Services) -> tuple[dict[str, str], str]:
    """The same, after its coordinator changed it: that made version 2."""
    fields, digest = moba()
    with services.database.reading() as session:
        staff = session.scalars(select(Staff).where(Staff.email == EMAIL)).one()
    at = CatalogueAt(None, real_catalogue())
    change_row(services, staff, at, Shown(KEY, digest), {"name": "Veranderd"})
    return fields, digest
