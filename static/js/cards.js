/* One question at a time, the next one at once after a choice. The form stays what it is: native
   radios in fieldsets, of which one is shown. Keys 1-5 and 0 work as long as the focus is in it. */

const CALM = 200; // milliseconds in which a second tap does not answer the new card
const { form } = window.quiz;
const cards = Array.from(form.querySelectorAll('.question'));
const onward = form.querySelector('[type=submit]');
const back = form.querySelector('.back');
const earlier = form.querySelector('.earlier');
const now = document.querySelector('.journey .now');
let place = 0;
let byArrow = false;

const isAnswered = card => Boolean(card.querySelector(':checked'));
const firstOpen = () => cards.findIndex(card => !isAnswered(card));

/** Show one card, and say so to whoever listens: the focus goes to its question. */
function show(wanted) {
  place = wanted;
  cards.forEach((card, number) => {
    card.hidden = number !== place;
  });
  onward.hidden = !isAnswered(cards[place]);
  back.hidden = place === 0;
  if (earlier) earlier.hidden = place > 0;
  if (now) now.style.setProperty('--part', place / cards.length);
  document.dispatchEvent(new CustomEvent('card', { detail: cards[place] }));
}

/** Show a card after something the pupil did. */
function turn(wanted) {
  const card = cards[wanted];
  card.classList.add('fresh');
  setTimeout(() => card.classList.remove('fresh'), CALM);
  show(wanted);
  card.querySelector('legend').focus({ preventScroll: true });
  if (card.getBoundingClientRect().top < 0) card.scrollIntoView();
}

/** The block goes, by its own button: that is there as well when it cannot go at once. */
function finish() {
  onward.hidden = false;
  onward.click();
}

/** After a choice: to what is still open, else to the next one; after the last the block goes. */
function answered() {
  const later = cards.findIndex((card, number) => number > place && !isAnswered(card));
  const open = later < 0 ? firstOpen() : later;
  if (open >= 0) turn(open);
  else if (place < cards.length - 1) turn(place + 1);
  else finish();
}

form.addEventListener('pointerdown', () => {
  byArrow = false;
});
form.addEventListener('keydown', event => {
  byArrow = event.key.startsWith('Arrow');
  if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
  const radio = /^[0-5]$/.test(event.key) && cards[place].querySelector(`[id$="-${event.key}"]`);
  if (!radio) return;
  event.preventDefault();
  radio.checked = true;
  radio.dispatchEvent(new Event('change', { bubbles: true }));
  answered();
});
form.addEventListener('click', event => {
  if (event.target.type !== 'radio') return;
  // With the arrow keys one looks around among the faces; Enter or the button goes on.
  if (byArrow) onward.hidden = false;
  else answered();
});
form.addEventListener('submit', event => {
  const { pressed } = window.quiz;
  if (pressed && pressed.name) return; // not on: the same page in another language
  const open = firstOpen();
  const isLast = place === cards.length - 1;
  if (open < 0 && isLast) return;
  event.preventDefault();
  if (isAnswered(cards[place])) turn(isLast ? open : place + 1);
});
back.addEventListener('click', () => turn(place - 1));
window.addEventListener('storage', () => {
  onward.hidden = !isAnswered(cards[place]);
});

document.documentElement.classList.add('one-by-one');
form.tabIndex = -1;
form.querySelectorAll('legend').forEach(legend => {
  legend.tabIndex = -1;
});
const open = firstOpen();
show(open < 0 ? cards.length - 1 : open);
if (!document.querySelector('.wrong')) {
  const isBegin = place === 0 && !earlier;
  (isBegin ? form : cards[place].querySelector('legend')).focus({ preventScroll: true });
}
