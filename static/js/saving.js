/* Answers are saved as they are given. Without a network they wait on this device, bound to this
   attempt, and go as soon as it is back. What the pupil asked for next (the next block, the next
   pupil) comes after everything that waits. Only the newest answer to a question waits. */

const FIRST_WAIT = 1000, LONGEST_WAIT = 30000, PATIENCE = 10000, SLOW = 1500;
const ALL = 'answer:', COUNTER = 'answer-counter';
const form = document.querySelector('form[data-attempt]');
const mine = `${ALL}${form.dataset.attempt}:`;
const store = openStore();
let latest = Number(form.dataset.sequence || 0);
let shownAt = performance.now();
let busy = false, again = false, wanted = false, gone = false, wait = FIRST_WAIT, timer;

/** The storage of this browser; where that is refused, the memory of this page. */
function openStore() {
  try {
    localStorage.setItem(`${ALL}test`, '');
    localStorage.removeItem(`${ALL}test`);
    return localStorage;
  } catch {
    return {};
  }
}

/** A number above every number given out before: on this device, and by our server. */
function nextSequence() {
  latest = Math.max(Date.now(), Number(store[COUNTER] || 0) + 1, latest + 1);
  store[COUNTER] = latest;
  return latest;
}

/** What still waits, oldest first. */
function waiting() {
  return Object.keys(store).filter(key => key.startsWith(mine)).map(key => {
    const [sequence, value, milliseconds] = store[key].split(' ');
    return { key, text: store[key], question: key.slice(mine.length), sequence, value, milliseconds };
  }).sort((one, other) => one.sequence - other.sequence);
}

/** Show one of the signs that the page brought along, and hide the others. */
function sign(name) {
  for (const each of document.querySelectorAll('[data-sign]')) each.hidden = each.dataset.sign !== name;
}

function post(address, fields, more) {
  const signal = AbortSignal.timeout?.(PATIENCE);
  return fetch(address, { method: 'POST', body: new URLSearchParams(fields), signal, ...more });
}

class Refused extends Error {}
class Later extends Error {}

/** Send one answer; afterwards it no longer waits, unless a newer one took its place. */
async function send({ key, text, ...answer }) {
  const token = form.elements.csrf_token.value;
  const { status } = await post(form.dataset.answers, { ...answer, csrf_token: token }, { keepalive: true });
  if (status === 400 || status === 403) throw new Refused('stranger');
  if (status !== 204 && status !== 409 && status !== 422) throw new Later();
  if (store[key] === text) delete store[key];
  if (status === 409) throw new Refused('finished');
  return status === 204 ? 'saved' : 'refused';
}

/** Leave this page: for the next block, or for the next pupil on a device that knows nothing. */
async function goOn() {
  if (!navigator.onLine) throw new Later();
  if ('leaving' in form.dataset) {
    Object.keys(store).filter(key => key.startsWith(ALL) || key === COUNTER).forEach(key => delete store[key]);
    return leave(() => form.submit());
  }
  if (!form.querySelector(':checked')) return leave(() => form.submit());
  const fields = new FormData(form);
  fields.set('sequence', form.dataset.sequence || 0); // never above an answer of another tab
  const { type, status } = await post(form.action, fields, { redirect: 'manual' });
  if (type !== 'opaqueredirect' && (status >= 500 || status === 429)) throw new Later();
  leave(() => (type === 'opaqueredirect' ? location.assign(form.action) : form.submit()));
}

/** From here on the browser is on its way to another page. */
function leave(how) {
  gone = true;
  how();
}

/** Send all that waits, then go on if that was asked; without a network try again, ever slower. */
async function work() {
  clearTimeout(timer);
  again = busy;
  if (busy || gone) return;
  busy = true;
  const slow = setTimeout(sign, SLOW, 'busy');
  try {
    let result = '', next;
    while ((next = waiting()[0])) result = await send(next);
    if (result) sign(result);
    if (wanted) await goOn();
    wait = FIRST_WAIT;
  } catch (problem) {
    if (problem instanceof Refused) refused(problem.message);
    else {
      sign(wanted ? 'going' : 'waiting');
      timer = setTimeout(work, wait * (1 + Math.random() / 2));
      wait = Math.min(2 * wait, LONGEST_WAIT);
      again = false;
    }
  }
  clearTimeout(slow);
  busy = false;
  if (again) work();
}

/** Our server does not take answers here any more; asking for a page tells the pupil why. */
function refused(why) {
  if (why === 'finished') waiting().forEach(({ key }) => delete store[key]);
  sign(why);
  again = false;
  if (wanted) leave(() => form.submit());
}

/** Choose on this page what was answered elsewhere on this device, or has not been sent yet. */
function choose(question, value) {
  const radio = document.getElementById(`${question}-${value}`);
  if (radio) radio.checked = true;
}

form.addEventListener('change', ({ target }) => {
  if (!target.closest('.question')) return;
  const milliseconds = Math.round(performance.now() - shownAt);
  store[mine + target.name] = `${nextSequence()} ${target.value} ${milliseconds < 864e5 ? milliseconds : ''}`;
  shownAt = performance.now();
  work();
});
document.addEventListener('card', () => { shownAt = performance.now(); });
document.addEventListener('submit', event => {
  if (event.target !== form || event.defaultPrevented) return;
  event.preventDefault();
  wanted = true;
  work();
});
document.addEventListener('click', event => {
  const link = event.target.closest('a[href]');
  if (!link || link.hash || navigator.onLine) return;
  event.preventDefault();
  sign('shut');
});
window.addEventListener('online', work);
window.addEventListener('pageshow', ({ persisted }) => { if (persisted) location.reload(); });
document.addEventListener('visibilitychange', () => { if (!document.hidden) work(); });
window.addEventListener('storage', ({ key, newValue }) => {
  if (newValue && key.startsWith(mine)) choose(key.slice(mine.length), newValue.split(' ')[1]);
});
for (const { question, value } of waiting()) choose(question, value);
work();
