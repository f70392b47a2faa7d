"""Somebody who answers what is in sight, one card or a whole form, until the next page comes.

The finger moves inside the page, so a block costs no more than its two pages: some hundred ways
to break our scripts are tried with it. It presses only what a finger would hit: what lies on top.
"""

import json

from playwright.sync_api import BrowserContext, Error, Page

from tests.live_server import Server

FIRST_BLOCK_AGAIN = """
UPDATE attempt SET blocks = json_array(json_extract(blocks, '$[0]')), target_blocks = 4,
finished_at = NULL"""
# A page of ours without scripts of ours.
STILL = "/healthz"
BREAKAGE = f"""
const breakage = location.pathname === '{STILL}' ? '' : sessionStorage.getItem('breakage') || '';"""
# It leans on nothing that a test takes away, and is kept from page to page in the window's name.
FINGER = """{
  const { getBoundingClientRect: box, scrollIntoView: scroll, checkVisibility: shown } =
    Element.prototype;
  const { elementFromPoint } = document;
  const isOnTop = element => {
    scroll.call(element, { block: 'center', behavior: 'instant' });
    const { left, top, width, height } = box.call(element);
    let hit = elementFromPoint.call(document, left + width / 2, top + height / 2);
    while (hit && hit !== element) hit = hit.parentNode;
    return hit === element;
  };
  const options = { visibilityProperty: true }, PATIENCE = 15;
  let waits = 0;
  const press = () => {
    const chosen = JSON.parse(window.name);
    for (const card of document.querySelectorAll('fieldset.question')) {
      if (!shown.call(card, options) || card.querySelector(':checked')) continue;
      const value = 1 + Object.entries(chosen).length % 5;
      const radio = card.querySelector(`[value='${value}']`);
      const isCalm = card.classList.contains('fresh');
      if (!isCalm && !isOnTop(radio.parentNode)) return;
      window.name = JSON.stringify({ ...chosen, [radio.name]: value });
      radio.parentNode.click();
      waits = PATIENCE;
      return;
    }
    const button = document.querySelector('main form [type=submit]');
    waits -= 1;
    if (waits > 0 || !button || !shown.call(button, options) || !isOnTop(button)) return;
    waits = 3 * PATIENCE;
    button.click();
  };
  addEventListener('keydown', event => { if (event.key === 'F9') window.name = '{}'; });
  setInterval(() => {
    if (!window.name) return;
    if (document.title.indexOf('Blok 2') < 0) press();
    else document.documentElement.setAttribute('data-chosen', window.name);
  }, 20);
}"""
Chosen = dict[str, int]


def sit_down(context: BrowserContext, breakages: str = "") -> Page:
    """The page of somebody who answers; `breakages` is a script that may read `breakage`."""
    page = context.pages[0]
    page.add_init_script(FINGER)
    page.add_init_script(f"{{ {BREAKAGE}\n{breakages} }}")
    return page


def at_the_first_block_again(page: Page, server: Server, breakage: str = "") -> None:
    """As if the one pupil of this server answered nothing yet, and this is broken from now on.

    Nor does anything wait on the device: where our scripts fail, an answer may go on waiting.
    """
    page.goto(STILL)
    page.evaluate(
        "breakage => { window.name = ''; localStorage.clear();"
        " sessionStorage.setItem('breakage', breakage); }",
        breakage,
    )
    server.change("DELETE FROM answer")  # now that nobody answers any more
    server.change(FIRST_BLOCK_AGAIN)


def answers_the_block(page: Page) -> Chosen:
    """Answer and press on until the second block is there; what was chosen last."""
    page.keyboard.press("F9")
    try:
        chosen = page.locator("html[data-chosen]").get_attribute("data-chosen")
    except Error as problem:
        state = page.evaluate("[window.name, document.readyState, performance.now()]")
        where = f"stuck at {page.title()}, {state}: {page.locator('main').inner_text()}"
        raise AssertionError(where) from problem
    found: Chosen = json.loads(chosen or "")
    return found


def stored(server: Server) -> Chosen:
    """The answers of the one pupil."""
    return dict(server.rows("SELECT question, value FROM answer"))
