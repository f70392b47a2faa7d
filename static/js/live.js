/* A piece of the page that keeps itself up to date: it asks every other second, less often when
   the server is slow or away, not at all while nobody looks, and no more when nothing will come. */

const BEAT = 2000, LONGEST = 30000, SHARE = 10;
const GONE = [401, 403, 404];
const piece = document.querySelector('[data-live]');
const lost = document.querySelector('[data-live-sign=lost]');
let tag = '', wait = BEAT, timer = 0, asking = false;

/** Put the new piece in place; whoever was on a link in it stays on that link. */
function show(html) {
  const inside = piece.contains(document.activeElement) ? document.activeElement.id : '';
  piece.innerHTML = html;
  if (inside) document.getElementById(inside)?.focus();
}

/** Say whether we have a connection. */
function say(away) {
  if (lost) lost.hidden = !away;
}

/** Ask once; the time that it took decides when we ask again. */
async function ask() {
  const began = performance.now();
  try {
    const answer = await fetch(piece.dataset.live, { headers: tag ? { 'If-None-Match': tag } : {}, redirect: 'error' });
    if (GONE.includes(answer.status)) return location.reload();
    if (answer.status === 200) {
      tag = answer.headers.get('ETag') || '';
      show(await answer.text());
    } else if (answer.status !== 304) {
      throw new Error(String(answer.status));
    }
    say(false);
    wait = Math.min(LONGEST, Math.max(BEAT, SHARE * (performance.now() - began)));
  } catch {
    say(true);
    wait = Math.min(LONGEST, 2 * wait);
  }
}

/** Ask, and again after a while, for as long as somebody looks and something may come. */
async function beat() {
  clearTimeout(timer);
  if (asking || document.hidden) return;
  asking = true;
  await ask();
  asking = false;
  if (piece.querySelector('[data-resting]')) return;
  if (piece.querySelector('[data-slow]')) wait = LONGEST;
  timer = setTimeout(beat, wait * (.9 + .2 * Math.random()));
}

document.addEventListener('visibilitychange', beat);
addEventListener('pageshow', event => { if (event.persisted) beat(); });
document.querySelector('[data-reload]')?.setAttribute('hidden', '');
timer = setTimeout(beat, BEAT);
