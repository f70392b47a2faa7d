"""What a finger reaches on a page, asked of the browser point by point, and what lies over what."""

from collections.abc import Sequence

from playwright.sync_api import Page

THUMB = 44  # pixels at least, both ways
SHARED = """
const name = element => (element.getAttribute('aria-label') || element.textContent).trim();
const isOn = (element, x, y) =>
  (element.closest('label') || element).contains(document.elementFromPoint(x, y));
"""
# Of the card on screen: every answer is whole on the screen, takes each tap within it, and can be
# read; no two texts lie over each other. Nothing when all is well.
FAULTS = """([texts, signs, least]) => {
const isInside = box => box.left >= 0 && box.top >= 0 &&
  box.right <= document.documentElement.clientWidth && box.bottom <= innerHeight;
function unreached(element) {
  const {left, top, right, bottom} = element.getBoundingClientRect();
  if (!isInside({left, top, right, bottom})) return [`"${name(element)}" ends at ${bottom}`];
  const xs = [left + 4, (left + right) / 2, right - 4];
  const ys = [top + 4, (top + bottom) / 2, bottom - 4];
  const points = xs.flatMap(x => ys.map(y => [x, y]));
  return points.every(point => isOn(element, ...point)) ? [] : [`"${name(element)}" is covered`];
}
function words(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = new Range(), found = [];
  while (walker.nextNode()) {
    const text = walker.currentNode, parent = text.parentElement;
    if (!text.data.trim() || parent.closest('.visually-hidden')) continue;
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) if (box.width) found.push({text, box});
  }
  return found;
}
const areOver = (one, other) =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > .5 &&
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > .5;
function overlapping() {
  const all = words(document.body);
  return all.flatMap(({text, box}, place) => all.slice(place + 1)
    .filter(other => other.text !== text && areOver(box, other.box))
    .map(other => `"${text.data.trim()}" lies over "${other.text.data.trim()}"`));
}
function unread(label) {
  const frame = label.getBoundingClientRect();
  const letters = parseFloat(getComputedStyle(label.lastElementChild).fontSize);
  const isOut = ({box}) =>
    box.left < frame.left || box.right > frame.right || box.bottom > frame.bottom;
  return [[frame.height < least || frame.width < least, 'is too small for a thumb'],
    [letters < 13, 'has small letters'], [words(label).some(isOut), 'runs out of its frame']]
    .filter(([isSo]) => isSo).map(([, what]) => `"${name(label)}" ${what}`);
}
const card = document.querySelector('.question:not([hidden])');
const asked = card.querySelector('.asked'), labels = [...card.querySelectorAll('label')];
const show = name => document.querySelectorAll('[data-sign]').forEach(
  each => { each.hidden = each.dataset.sign !== name; });
function faultsNow() {
  const isSeen = words(asked).every(({box}) => isInside(box));
  const isLarge = parseFloat(getComputedStyle(asked).fontSize) >= 16;
  return [...labels.flatMap(unreached), ...labels.flatMap(unread), ...overlapping(),
    ...(isSeen && isLarge ? [] : ['the question cannot be read'])]
    .map(fault => `${fault}: ${asked.textContent}`);
}
scrollTo(0, 0);
return texts.flatMap(text => { asked.textContent = text; return faultsNow(); }).concat(
  signs.flatMap(sign => { show(sign); return faultsNow().map(fault => `${sign}: ${fault}`); }));
}"""
# Of any page: what is covered when the browser brings it into sight, from above or from below.
COVERED = """async () => {
for (let look = 0; document.querySelector('.fresh'); look += 1) {
  if (look > 500) throw new Error('a new card does not land');
  await new Promise(resolve => setTimeout(resolve, 20));
}
return [...document.querySelectorAll('a[href], button, summary, select, label, input')]
  .filter(each => each.checkVisibility({visibilityProperty: true}))
  .filter(each => !each.closest('.skip, [aria-hidden]'))
  .flatMap(element => ['start', 'end'].filter(block => {
    element.scrollIntoView({block, behavior: 'instant'});
    const box = element.getClientRects()[0];
    return box && !isOn(element, (box.left + box.right) / 2, (box.top + box.bottom) / 2);
  }).map(block => `${name(element) || element.id} is covered at the ${block}`)); }"""


def faults(page: Page, texts: Sequence[str], signs: Sequence[str] = ()) -> list[str]:
    """What is wrong with the card on screen when it asks each of these, and says each of these."""
    found: list[str] = page.evaluate(_with_shared(FAULTS), [list(texts), list(signs), THUMB])
    return found


def covered(page: Page) -> list[str]:
    """What on this page is covered when it is scrolled into view (a new card first has to land)."""
    found: list[str] = page.evaluate(_with_shared(COVERED))
    return found


def _with_shared(function: str) -> str:
    """The function with what all of them use before it."""
    return f"argument => {{{SHARED} return ({function})(argument); }}"
