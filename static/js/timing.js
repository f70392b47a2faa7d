/* How long each question was on screen, while somebody could look at it. A tap brings the next card
   before the browser tells of the choice: so every card has a watch of its own. What cannot be
   measured is not sent: no steady clock, all questions in sight at once, a device that slept. */

const LONGEST = 10 * 60 * 1000;
const steady = window.performance && performance.now ? () => performance.now() : null;
const spent = new Map();
let card = null;
let since = null;

function stop() {
  if (since !== null) spent.set(card, (spent.get(card) || 0) + steady() - since);
  since = null;
}

function go() {
  if (steady && card && !document.hidden) since = steady();
}

/** Milliseconds that this card was on screen until now; nothing when that was not measured. */
window.quiz.timeOn = wanted => {
  stop();
  go();
  const time = Math.round(spent.get(wanted));
  return time > 0 && time < LONGEST ? time : '';
};

document.addEventListener('card', ({ detail }) => {
  stop();
  card = detail;
  go();
});
document.addEventListener('visibilitychange', () => {
  stop();
  go();
});
