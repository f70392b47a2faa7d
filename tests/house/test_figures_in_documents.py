"""The numbers that documents name are those of the code.

Each document with sentences of it, in which the numbers are filled in from the code. Who changes a
constant finds here which sentence to change with it. Those of privacy.md and operations.md have
tests of their own.
"""

from datetime import timedelta
from pathlib import Path

import pytest

from quiz.config import FEWEST_HOURS, FEWEST_PLACES, MOST_HOURS, MOST_PLACES, PLACES
from quiz.domain.bank.load import load_bank
from quiz.domain.bank.schema import TOP_WORLDS
from quiz.domain.codes import return_words, share_codes
from quiz.domain.codes.class_codes import CLASS_CODE_ALPHABET
from quiz.domain.scoring import Scorer, artefact, change
from quiz.lab.bench import growth, paper
from quiz.lab.training import gate, learn
from quiz.server import gateway
from quiz.storage import identifiers
from quiz.usecases.attempts import answers, blocks, finish
from quiz.usecases.class_pictures import counts, figures, rule
from quiz.usecases.classes import leaving, opening, seats
from quiz.usecases.retakes import start
from quiz.usecases.sharing.share import WAITING_TIME
from quiz.web.access import board_links, limits, screen_pass, visitor_address
from quiz.web.responses import compression
from tests.house import test_styles as styles

DOCS = Path(__file__).parents[2] / "docs"
RULES = Scorer.load(bank=load_bank()).model.rules
SENTENCES = {
    "scoring.md": (
        f"Blocks of {blocks.BLOCK_SIZE}.",
        f"never more than {blocks.LONGEST_RUN} in a row",
        f"after {blocks.DEFAULT_BLOCKS} blocks ({blocks.DEFAULT_BLOCKS * blocks.BLOCK_SIZE} ",
        f"from {blocks.LEAST_ANSWERS_TO_STOP} real answers on when",
        f"a probability of at least {blocks.SURE}",
        f"Below {finish.MINIMUM_ANSWERS} real answers",
        f"answers of {load_bank().positive} or 5",
        f"at most {finish.MOST_REASONS}, for the first {TOP_WORLDS} worlds",
        f"the first world below {RULES.broad} ",
        f"less than {RULES.close} apart",
        f"From {RULES.least_answers:.0f} real answers on.",
        f"{RULES.run:.0f} equal answers in a row, or {RULES.run_share:.0%}".replace("%", " %"),
        f"a standard deviation below {RULES.spread}",
        f"within {RULES.fast:,.0f} milliseconds",
        f"at most {artefact.LARGEST_MODEL >> 20} MB",
        f"from {learn.LEAST_ANSWERS} answers to each",
        f"from {learn.LEAST_FORMS} forms",
        f"| {gate.LEAST_SCHOOLS}; {gate.LEAST_CHOICES} |",
        f"| {gate.LEAST_GAIN}, and the lower bound",
        f"| calibration error | {gate.MOST_CALIBRATION_ERROR} |",
        f"between languages | {gate.MOST_GAP} |",
        f"little else | {gate.MOST_GOLDEN} |",
    ),
    "teacher.md": (
        f"for {PLACES} pupils",
        f"({FEWEST_PLACES} to {MOST_PLACES} pupils, {FEWEST_HOURS} to {MOST_HOURS} hours)",
        f"From {rule.MINIMUM_PUPILS} pupils who are done. From {rule.FULL_FROM} there are counts",
    ),
    "docent.md": (
        f"voor {PLACES} leerlingen",
        f"({FEWEST_PLACES} tot en met {MOST_PLACES} leerlingen, ",
        f" {FEWEST_HOURS} tot en met {MOST_HOURS} uur)",
        f"vanaf {rule.MINIMUM_PUPILS} leerlingen die klaar zijn. Vanaf {rule.FULL_FROM} staan er",
    ),
    "engine.md": (f"the threshold is {change.PERHAPS}", f"median time under {RULES.fast / 1000} s"),
    "budgets.md": (
        f"stored | {growth.PICTURE} |",
        f"| a sheet (PDF) | {paper.BUDGET} |",
        f"{styles.MOST_CSS:,}; {styles.MOST_STAFF_CSS:,}; {styles.MOST_SCRIPT:,} bytes",
    ),
    "security.md": (f"{return_words.RETURN_WORD_COUNT}^2 x 10^6",),
    "operations.md": (
        f"says nothing: {FEWEST_PLACES} to {MOST_PLACES} |",
        f"opened again: {FEWEST_HOURS} to {MOST_HOURS} |",
    ),
    "adr/0002-attempts-and-answers.md": (f"above {identifiers.RANDOM_BITS} random bits",),
    "adr/0007-compression.md": (
        f"pages at level {compression.PAGE_LEVEL}",
        f"smaller than {compression.SMALLEST} bytes",
    ),
    "adr/0009-minimum-group.md": (
        f"at least {rule.MINIMUM_PUPILS} pupils with a result on {finish.MINIMUM_ANSWERS} or more",
        f"from {rule.FULL_FROM} pupils, in one picture",
        f"from {counts.SMALLEST_COUNT} to n",
        f"a spread below {figures.SMALLEST_SPREAD} is",
        f"when at least {rule.CHANGED_PUPILS} pupils changed",
        f"at most {rule.MOST_PICTURES} pictures",
    ),
    "adr/0012-sharing.md": (
        f"({len(CLASS_CODE_ALPHABET)}^{share_codes.SHARE_CODE_LENGTH} =",
        f"({limits.PER_BROWSER.amount} in ten minutes, {limits.PER_ACCOUNT.amount} an hour: ",
    ),
    "adr/0013-looks.md": (f"beyond {change.PERHAPS} standard deviations",),
    "adr/0018-guessing-and-signing-out.md": (
        f"by line (/{visitor_address.IPV6_LINE})",
        f"one in 2^{4 * board_links.LENGTH},",
    ),
    "adr/0021-what-networks-change.md": (
        f"An address has {limits.PER_ADDRESS.amount} an hour",
        f"the {limits.OVER_ALL.amount:,} an hour",
    ),
    "adr/0024-a-class-in-real-life.md": (f"never answered: {seats.MOST_PUSHED:,} a class",),
}


@pytest.mark.parametrize("document", SENTENCES)
def test_a_number_in_a_document_is_that_of_the_code(document: str) -> None:
    text = (DOCS / document).read_text(encoding="utf-8")
    assert [sentence for sentence in SENTENCES[document] if sentence not in text] == []


def test_a_number_that_is_written_in_words_is_that_of_the_code() -> None:
    assert timedelta(minutes=30) == WAITING_TIME, "ADR 0012: half an hour"
    assert start.MOST_ATTEMPTS == 5, "ADR 0013: at most five looks"
    assert gateway.THREADS == 4, "ADR 0016: four threads"
    assert answers.AHEAD == 5 * 60 * 1000, "ADR 0019: five minutes ahead"
    assert timedelta(days=30) == opening.READY_FOR, "ADR 0024: thirty days"
    assert timedelta(days=1) == leaving.PUT_BACK_WITHIN, "ADR 0024: taken back for a day"
    assert timedelta(days=7) == seats.KEPT_EMPTY, "ADR 0024: a week ago"
    assert timedelta(hours=10) == screen_pass.LASTS, "ADR 0024: ten hours"
