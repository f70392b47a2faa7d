/* Answers that our server did not confirm yet: in the memory of this page, and on this device as far
   as that lets us, so that they survive the page. They are bound to one attempt, and only the
   newest answer to a question waits. The storage of a device may be full, shut, emptied or spoilt
   at any moment: it helps, and nothing leans on it. */

const { quiz } = window;
const ALL = 'answer:';
const COUNTER = 'answer-counter';
const AHEAD = 5 * 60 * 1000;
const ENTRY = /^(\d{1,15}) ([0-5]) (\d{0,8})$/; // sequence, value, milliseconds
const mine = `${ALL}${quiz.form.dataset.attempt}:`;
const here = new Map();
const confirmed = new Set();
const began = tick();
const ours = Number(quiz.form.dataset.now) || 0;
let latest = Number(quiz.form.dataset.sequence) || 0;

function tick() {
  return window.performance && performance.now ? performance.now() : Date.now();
}

/** Do something with the storage of this device; nothing where it does not let us. */
function device(action) {
  try {
    return action(window.localStorage);
  } catch (refused) {
    return null;
  }
}

/** A number above every one given out before, by the clock of our server: this one may be wrong. */
function nextSequence() {
  const now = Math.round(ours + tick() - began);
  const counter = Number(device(store => store.getItem(COUNTER)));
  latest = Math.max(now, latest + 1, counter < Math.max(now, latest) + AHEAD ? counter + 1 : 0);
  device(store => store.setItem(COUNTER, latest));
  return latest;
}

/** An entry as we wrote it; nothing of ours looks otherwise. */
function read(key, text) {
  const parts = ENTRY.exec(text);
  if (!parts || confirmed.has(`${key} ${text}`)) return null;
  return {
    key,
    text,
    question: key.slice(mine.length),
    sequence: Number(parts[1]),
    value: parts[2],
    milliseconds: parts[3],
  };
}

/** What still waits, oldest first. */
function list() {
  const newest = new Map();
  const look = (key, text) => {
    const entry = read(key, text);
    const other = newest.get(key);
    if (entry && !(other && other.sequence > entry.sequence)) newest.set(key, entry);
  };
  const keys = device(store => Object.keys(store)) || [];
  keys
    .filter(key => key.startsWith(mine))
    .forEach(key =>
      look(
        key,
        device(store => store.getItem(key)),
      ),
    );
  here.forEach((text, key) => look(key, text));
  return Array.from(newest.values()).sort((one, other) => one.sequence - other.sequence);
}

/** Let an answer wait, in place of an older one to the same question. */
function add(question, value, milliseconds) {
  const key = mine + question;
  const text = `${nextSequence()} ${value} ${milliseconds}`;
  here.set(key, text);
  device(store => store.setItem(key, text));
}

/** Our server has it: it no longer waits, unless a newer one took its place. */
function drop({ key, text }) {
  confirmed.add(`${key} ${text}`);
  if (here.get(key) === text) here.delete(key);
  device(store => store.getItem(key) === text && store.removeItem(key));
}

/** Whether all that waits survives this page. */
function isSafe() {
  return list().every(({ key, text }) => device(store => store.getItem(key)) === text);
}

/** Forget everything, also of pupils before: the next one gets a device that knows nothing. */
function clear() {
  here.clear();
  const keys = device(store => Object.keys(store)) || [];
  keys
    .filter(key => key.startsWith(ALL) || key === COUNTER)
    .forEach(key => device(store => store.removeItem(key)));
}

/** Tell of answers that another tab of this attempt lets wait. */
function fromOtherTabs(tell) {
  window.addEventListener('storage', ({ key, newValue }) => {
    const entry = key && key.startsWith(mine) && read(key, newValue);
    if (entry) tell(entry);
  });
}

quiz.nextSequence = nextSequence;
quiz.waiting = { add, list, drop, isSafe, clear, fromOtherTabs };
