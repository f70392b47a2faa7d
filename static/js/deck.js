/* Turns the pages of the class picture on the board: by key, and without leaving the page, so that
   the full screen stays. What cannot be fetched changes nothing on the wall: it stays as it is and
   says so. Without this script the same links turn the pages. */

const { ask } = window.quiz;
const KEYS = { ArrowRight: 'next', PageDown: 'next', ArrowLeft: 'prev', PageUp: 'prev' };
let turning = false;

/** The screen that is up. */
function deck() {
  return document.querySelector('[data-deck]');
}

/** Put another screen up; whoever was on a link of it stays on that link. */
function show(text) {
  const page = new DOMParser().parseFromString(text, 'text/html');
  const next = page.querySelector('[data-deck]');
  if (!next) return false;
  const inside = deck().contains(document.activeElement) ? document.activeElement.id : '';
  deck().replaceWith(document.adoptNode(next));
  document.title = page.title;
  (document.getElementById(inside) || document.getElementById('inhoud')).focus();
  return true;
}

/** Ask for another screen. Only one of ours comes up: never a page to sign in, on the wall. */
async function fetched(address, isBack) {
  turning = true;
  const { ours, status, text } = await ask(address);
  const isUp = ours && status === 200 && show(text);
  if (isUp && !isBack) history.pushState(null, '', address);
  deck().querySelector('[data-deck-sign]').hidden = isUp;
  turning = false;
}

/** Turn to this address; after a mistake of ours as the link does without this script. */
function turn(address, isBack) {
  if (!turning) fetched(address, isBack).catch(() => location.assign(address));
}

document.addEventListener('keydown', event => {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const link = KEYS[event.key] && deck().querySelector(`a[rel=${KEYS[event.key]}]`);
  if (!link) return;
  event.preventDefault();
  turn(link.href, false);
});
document.addEventListener('click', event => {
  const link = event.target.closest('[data-turn]');
  const isPlain = !(event.button || event.ctrlKey || event.metaKey || event.shiftKey);
  if (!link || !isPlain) return;
  event.preventDefault();
  turn(link.href, false);
});
window.addEventListener('popstate', () => turn(location.href, true));
