"""Somebody who answers what is in sight, one card or a whole form, until the next page comes."""

from playwright.sync_api import BrowserContext, Error, Page

from tests.live_server import Server

MOST_LOOKS, LOOK_MS = 400, 40
QUESTIONS = "fieldset.question input"
OPEN = "fieldset.question:visible:not(:has(:checked))"
FIRST_BLOCK_AGAIN = """
UPDATE attempt SET blocks = json_array(json_extract(blocks, '$[0]')), target_blocks = 4,
finished_at = NULL"""
Chosen = dict[str, int]


def at_the_first_block_again(context: BrowserContext, server: Server) -> Page:
    """A new page for the one pupil of this server, as if nothing was answered yet.

    Nor does anything wait on the device: where our scripts fail, an answer may go on waiting.
    """
    for page in context.pages:
        page.close()
    page = context.new_page()
    page.goto("/over")
    page.evaluate("localStorage.clear()")
    server.change("DELETE FROM answer")  # now that nobody answers any more
    server.change(FIRST_BLOCK_AGAIN)
    return page


def answers_the_block(page: Page) -> Chosen:
    """Answer and press on until the second block is there; what was chosen last."""
    chosen: Chosen = {}
    block = {each.get_attribute("name") for each in page.locator(QUESTIONS).all()}
    for look in range(MOST_LOOKS):
        if "Blok 2" in page.title():
            return chosen
        try:
            _do_something(page, chosen, block)
        except Error as problem:
            if "Execution context was destroyed" not in str(problem) and look == MOST_LOOKS - 1:
                raise
    raise AssertionError(f"stuck at {page.title()}: {page.locator('main').inner_text()}")


def _do_something(page: Page, chosen: Chosen, block: set[str | None]) -> None:
    open_question = page.locator(OPEN).first
    button = page.locator("main form [type=submit]").first
    if open_question.count():
        value = 1 + len(chosen) % 5
        name = open_question.locator("input").first.get_attribute("name", timeout=1000)
        if name not in block:  # the second block came while we looked
            return
        chosen[str(name)] = value
        open_question.locator(f"label:has([value='{value}'])").click(timeout=1000)
    elif button.is_visible():
        button.click(timeout=1000)
    page.wait_for_timeout(LOOK_MS)


def stored(server: Server) -> Chosen:
    """The answers of the one pupil."""
    return dict(server.rows("SELECT question, value FROM answer"))
