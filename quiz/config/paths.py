"""Where the content lies: beside the package in a checkout, inside it in a wheel."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
_WHEEL_CONTENT = PACKAGE / "content"
CONTENT = _WHEEL_CONTENT if _WHEEL_CONTENT.is_dir() else PACKAGE.parent

QUESTIONS = CONTENT / "questions"
MODELS = CONTENT / "models"
TEMPLATES = CONTENT / "templates"
STATIC = CONTENT / "static"
DEPLOY = CONTENT / "deploy"
TRANSLATIONS = PACKAGE / "web" / "translations"
MIGRATIONS = PACKAGE / "storage" / "migrations"
CATALOGUE_SEED = PACKAGE / "domain" / "catalogue" / "seed"
