"""The running parts of the quiz, built once by the factory and found by every view."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Flask, current_app, g, has_app_context
from sqlalchemy.orm import Session

from quiz.config import Settings
from quiz.config.school_time import now
from quiz.domain.bank.load import load_bank
from quiz.domain.bank.schema import Bank, Texts
from quiz.domain.bank.texts import load_texts
from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.moments import ChoiceMoment, load_moments
from quiz.domain.catalogue.profiles import Profiles, load_profiles
from quiz.domain.scoring import Scorer
from quiz.domain.scoring.engine import Engine
from quiz.domain.scoring.errors import ModelError
from quiz.storage.catalogue_rows import CatalogueAt
from quiz.storage.database import Database
from quiz.usecases.services import Services
from quiz.web.live_catalogue import LiveCatalogue
from quiz.web.logs import log
from quiz.web.pages.languages import LANGUAGES, current_language

_NAME = "quiz"


@dataclass(frozen=True)
class Running:
    """Services for the use cases, and the content for the pages."""

    services: Services
    texts: Mapping[str, Texts]
    live_catalogue: LiveCatalogue
    moments: tuple[ChoiceMoment, ...]
    profiles: Profiles
    backup_elsewhere: bool = False


def install(app: Flask, settings: Settings) -> None:
    """Load content and model. Broken content stops the start; a broken model does not."""
    bank = load_bank()
    texts = {language: load_texts(language) for language in LANGUAGES}
    services = Services(
        database=Database(settings.database_url),
        bank=bank,
        engine=_engine(bank),
        code_key=settings.code_key.encode(),
        clock=now,
        zone=settings.time_zone,
        tag_names={tag: [each.tags[tag] for each in texts.values()] for tag in bank.tags},
    )
    live_catalogue = LiveCatalogue(services.database)
    app.extensions[_NAME] = Running(
        services,
        texts,
        live_catalogue,
        load_moments(),
        load_profiles(bank.worlds),
        settings.backup_elsewhere,
    )
    app.teardown_appcontext(lambda _error: services.database.session.remove())


def running() -> Running:
    """The parts of the app that handles this request."""
    found: Running = current_app.extensions[_NAME]
    return found


def services() -> Services:
    """What the use cases need."""
    return running().services


def reading() -> Session:
    """The session in which this request reads: one transaction for the whole page.

    It begins with the first who reads, and ends before anything is written.
    """
    return services().database.session()


def end_reading() -> None:
    """Before slow work: what was read stays as it was; who reads on begins anew.

    Also after a mistake of the database, which leaves a session that cannot go on. Paper that is
    made outside a request, by a command, has read nothing.
    """
    if has_app_context():
        services().database.session.remove()


def catalogue() -> Catalogue:
    """The catalogue of this request: the same one, whoever asks and however often."""
    return catalogue_at().catalogue


def catalogue_at() -> CatalogueAt:
    """The same with its version, for who wants to change it."""
    if "catalogue" not in g:
        g.catalogue = running().live_catalogue.at(reading())
    found: CatalogueAt = g.catalogue
    return found


def catalogue_anew() -> CatalogueAt:
    """Look again, for a request in which it changed."""
    end_reading()
    g.pop("catalogue", None)
    return catalogue_at()


def texts() -> Texts:
    """The content in the language of this visitor."""
    return running().texts[current_language()]


def _engine(bank: Bank) -> Engine:
    """The trained model, or the plain sum when the model is missing or refused."""
    try:
        return Scorer.load(bank=bank)
    except ModelError as problem:
        log.error("model refused, the plain sum is in use", why=str(problem))
        return Scorer.plain(bank)
