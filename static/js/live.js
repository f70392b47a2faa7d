/* A piece of the page that keeps itself up to date: it asks every other second, less often when
   the server is slow or away, not at all while nobody looks, and no more when nothing will come.
   When it fails, the link that loads the page again is there, as it is without scripts. */

const { ask } = window.quiz;
const BEAT = 2000;
const LONGEST = 30000;
const SHARE = 10;
const GONE = [401, 403, 404];
const piece = document.querySelector('[data-live]');
const lost = document.querySelector('[data-live-sign=lost]');
const reload = document.querySelector('[data-reload]');
const still = document.querySelector('[data-live-sign=still]');
let tag = '';
let wait = BEAT;
let timer = 0;
let asking = false;

/** Put the new piece in place; whoever was on a link in it stays on that link. */
function show(html) {
  const inside = piece.contains(document.activeElement) ? document.activeElement.id : '';
  piece.innerHTML = html;
  const again = inside && document.getElementById(inside);
  if (again) again.focus();
}

/** Say whether we have a connection; where not, one can look again by hand. */
function say(away) {
  if (lost) lost.hidden = !away;
  if (reload) reload.hidden = !away;
}

/** Nothing comes any more: a screen before a room says so and stays, any other page goes on. */
function stop() {
  if (still) still.hidden = false;
  else location.reload();
}

/** Ask once; the time that it took decides when we ask again. */
async function look() {
  const began = performance.now();
  const {
    ours,
    status,
    tag: newest,
    text,
  } = await ask(piece.dataset.live, { headers: tag ? { 'If-None-Match': tag } : {} });
  if (ours && GONE.includes(status)) return stop();
  const isFresh = ours && status === 200;
  const isWell = isFresh || (ours && status === 304);
  if (isFresh) {
    tag = newest;
    show(text);
  }
  say(!isWell);
  wait = Math.min(LONGEST, isWell ? Math.max(BEAT, SHARE * (performance.now() - began)) : 2 * wait);
}

/** Ask, and again after a while, for as long as somebody looks and something may come. */
async function beat() {
  clearTimeout(timer);
  if (asking || document.hidden) return;
  asking = true;
  try {
    await look();
  } catch (mistake) {
    say(true);
    wait = LONGEST;
  }
  asking = false;
  if (piece.querySelector('[data-resting]') || (still && !still.hidden)) return;
  if (piece.querySelector('[data-slow]')) wait = LONGEST;
  timer = setTimeout(beat, wait * (0.9 + 0.2 * Math.random()));
}

// Whatever else goes wrong here: it can always be done by hand.
window.onerror = window.onunhandledrejection = () => {
  if (reload) reload.hidden = false;
};
document.addEventListener('visibilitychange', beat);
window.addEventListener('pageshow', event => {
  if (event.persisted) beat();
});
if (reload) reload.hidden = true;
timer = setTimeout(beat, BEAT);
