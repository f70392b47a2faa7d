"""`quiz check`: is everything that people wrote or trained in order? Runs in CI.

Heavy modules are imported inside the functions, so that `quiz --help` stays quick.
"""

from pathlib import Path

import click

from quiz.config import paths

_FOLDER = click.Path(path_type=Path, file_okay=False)


@click.command()
@click.option(
    "--questions",
    type=_FOLDER,
    default=paths.QUESTIONS,
    help="Folder with the questions (default: those of this product).",
)
@click.option(
    "--catalogue",
    type=_FOLDER,
    default=paths.CATALOGUE_SEED,
    help="Folder with the catalogue (default: that of this product).",
)
@click.option(
    "--model",
    type=click.Path(path_type=Path, dir_okay=False),
    default=paths.MODELS / "worlds.json",
    help="The trained model (default: that of this product).",
)
def check(questions: Path, catalogue: Path, model: Path) -> None:
    """Check questions, texts, catalogue and model: one line per finding, none when in order."""
    from quiz.cli.page_texts import hard_pages
    from quiz.domain.bank.check import check_content
    from quiz.domain.catalogue.files.load import check_catalogue
    from quiz.domain.talk.check import check_guide

    findings = [*check_content(questions), *_sentences(questions), *_sources(questions)]
    findings += check_catalogue(catalogue)
    findings += check_guide(questions)
    findings += hard_pages(paths.TEMPLATES)
    findings = findings or [
        *_worlds(questions, catalogue),
        *_signed(questions, catalogue),
        *_model(questions, model),
    ]
    for finding in findings:
        click.echo(finding)
    if findings:
        raise SystemExit(1)
    click.echo(_in_order(questions))


def _sentences(questions: Path) -> list[str]:
    """List why choice moments and profiles cannot be used: unreadable, or without their words."""
    from quiz.domain.bank.load import load_bank
    from quiz.domain.bank.schema import LANGUAGES, BankError
    from quiz.domain.bank.texts import load_texts
    from quiz.domain.catalogue import moments, profiles

    try:
        judged = profiles.load_profiles(load_bank(questions).worlds, questions)
        needed = {
            moments.FILE: {moment.text for moment in moments.load_moments(questions)},
            profiles.FILE: profiles.words_of(judged),
        }
        said = {language: load_texts(language, questions).results for language in LANGUAGES}
    except BankError as error:
        return [str(error)]
    return [
        f"{file}: {key} has no sentence in results/{language}.yaml; write it"
        for file, keys in needed.items()
        for language in LANGUAGES
        for key in sorted(keys - set(said[language]))
    ]


def _sources(questions: Path) -> list[str]:
    """List why the names of sources, or the national figures, cannot be used, if so."""
    from quiz.domain.bank.schema import BankError
    from quiz.domain.catalogue.named_sources import load_source_names
    from quiz.domain.catalogue.national_figures import load_national_figures

    try:
        load_source_names(questions)
        load_national_figures(questions)
    except BankError as error:
        return [str(error)]
    return []


def _worlds(questions: Path, catalogue: Path) -> list[str]:
    """List the finding that the catalogue speaks of other worlds than the questions, if so."""
    from quiz.domain.bank.load import load_bank
    from quiz.domain.catalogue.files.load import load_catalogue

    if set(load_catalogue(catalogue).worlds) == set(load_bank(questions).worlds):
        return []
    return ["worlds.csv: has other worlds than worlds.yaml; make them the same"]


def _signed(questions: Path, catalogue: Path) -> list[str]:
    """List why the decaan's lists of what pupils may see first cannot be read, if so."""
    from quiz.domain.bank.load import load_bank
    from quiz.domain.bank.schema import BankError
    from quiz.domain.catalogue.files.load import load_catalogue
    from quiz.domain.catalogue.signed import load_signed

    levels = {row.id: row.level for row in load_catalogue(catalogue).programmes.values()}
    worlds = {tag: subject.world for tag, subject in load_bank(questions).tags.items()}
    try:
        load_signed(levels, worlds, questions)
    except BankError as error:
        return [f"signed/{error}"]
    return []


def _model(questions: Path, path: Path) -> list[str]:
    """List why the trained model cannot serve these questions; it would mean the plain sum."""
    from quiz.domain.bank.load import load_bank
    from quiz.domain.scoring import Scorer
    from quiz.domain.scoring.errors import ModelError

    try:
        Scorer.load(path, bank=load_bank(questions))
    except ModelError as error:
        return [str(error)]
    return []


def _in_order(questions: Path) -> str:
    """Say how much was checked and found in order."""
    from quiz.domain.bank.load import load_bank
    from quiz.domain.bank.schema import LANGUAGES
    from quiz.domain.bank.texts import load_texts

    texts = sum(load_texts(language, questions).count for language in LANGUAGES)
    return f"{len(load_bank(questions).live)} questions, {texts} texts: in order"
