/* Answers are saved as they are given. What could not be sent waits (waiting.js) and goes as soon as
   our server can be reached, which a request finds out, not what the browser believes. What the
   pupil asked for next (the next block, the next pupil) comes after everything that waits. */

const { quiz } = window;
const { ask, form, meaning, waiting } = quiz;
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30000;
const SLOW = 1500;
const STILL_HERE = 8000;
const ON_DEVICE = ['waiting', 'going', 'shut', 'filter'];
// Where we stand. Only `post`, `goOn`, `visit` and `leave`, `work` and the listeners below move it.
let busy = false; // a try is going on
let again = false; // something came in meanwhile: try once more after it
let wanted = false; // the pupil asked for what comes next
let leaving = false; // the browser is on its way to another page
let unreachable = false; // the last request found no network
let wait = FIRST_WAIT; // how long until the next try
let timer; // of that next try

/** Show one of the signs that the page brought along; none that says more than is true. */
function sign(name) {
  const told = ON_DEVICE.indexOf(name) >= 0 && !waiting.isSafe() ? 'held' : name;
  document.querySelectorAll('[data-sign]').forEach(part => {
    part.hidden = part.dataset.sign !== told;
  });
}

async function post(address, fields) {
  // A request that may outlive the page is a favour that a browser can refuse.
  const answer = await ask(address, {
    method: 'POST',
    body: new URLSearchParams(fields),
    keepalive: !unreachable,
  });
  unreachable = answer.away;
  return meaning(answer);
}

/** Send all that waits, oldest first; what our server said last, or why it stopped. */
async function sendAll() {
  let told = '';
  for (let [next] = waiting.list(); next; [next] = waiting.list()) {
    const { question, value, sequence, milliseconds } = next;
    const csrf_token = form.elements.csrf_token.value;
    const said = await post(form.dataset.answers, {
      question,
      value,
      sequence,
      milliseconds,
      csrf_token,
    });
    const isHere = Boolean(document.getElementById(`${question}-${value}`));
    // An answer of an earlier page that came too late holds up nothing that is answered here.
    const isPast = said === 'finished' && !isHere;
    if (said !== 'done' && said !== 'refused' && !isPast) return said;
    waiting.drop(next);
    // Of an answer that is not on this page nobody can choose again.
    if (said === 'done') told = 'saved';
    else if (isHere) told = said;
  }
  return told;
}

/** The whole block once more. It is dated by what waits, else never above an answer of another tab. */
async function sendForm() {
  const entries = waiting.list();
  const fields = new FormData(form);
  const dates = entries.map(entry => entry.sequence);
  fields.set('sequence', Math.max(Number(form.dataset.sequence) || 0, ...dates));
  fields.set('script', 'yes');
  const said = await post(form.action, fields);
  if (said === 'done')
    entries.filter(({ question, value }) => fields.get(question) === value).forEach(waiting.drop);
  return said;
}

/** From here on the browser is on its way to another page; when none comes, we are still here. */
function leave(how) {
  leaving = true;
  setTimeout(() => {
    leaving = wanted = false;
  }, STILL_HERE);
  how();
}

/** Send the form as the browser would: with what the pressed button says. Back finds it as it was. */
function send() {
  const field = document.createElement('input');
  field.type = 'hidden';
  if (quiz.pressed && quiz.pressed.name) {
    field.name = quiz.pressed.name;
    field.value = quiz.pressed.value;
  }
  form.appendChild(field);
  form.submit();
  form.removeChild(field);
}

/** Leave this page: for the next block, or for the next pupil on a device that knows nothing. */
async function goOn() {
  const isOther = 'leaving' in form.dataset || (quiz.pressed && quiz.pressed.name);
  const isBlock = !isOther && form.querySelector(':checked');
  if (!isBlock) {
    if (unreachable || navigator.onLine === false) {
      unreachable = (await ask(location.href, { method: 'HEAD' })).away;
      if (unreachable) return 'later';
    }
    if ('leaving' in form.dataset) waiting.clear();
    leave(send);
    return '';
  }
  const said = await sendForm();
  if (said === 'later' || said === 'filter') return said;
  // Our server lets us through, or has something to say that it says on a page.
  leave(() => (said === 'done' ? location.assign(form.action) : send()));
  return said === 'done' ? 'saved' : '';
}

/** One try: all that waits, then on if that was asked; which sign tells how it went. */
async function attempt() {
  let said = await sendAll();
  if (said === 'finished') waiting.list().forEach(waiting.drop);
  if (said === 'finished' || said === 'stranger') {
    if (wanted) leave(send);
    return said;
  }
  // A filter that stops single answers may let the form through.
  const isThrough = said !== 'later' && (said !== 'filter' || !('leaving' in form.dataset));
  if (wanted && isThrough) said = await goOn();
  return said === 'later' && wanted ? 'going' : said;
}

/** Try, and again after a while as long as something waits, ever slower. */
async function work() {
  clearTimeout(timer);
  again = busy;
  if (busy || leaving || !quiz.form) return;
  busy = true;
  const slow = setTimeout(sign, SLOW, 'busy');
  const said = await attempt();
  clearTimeout(slow);
  busy = false;
  const isOver = leaving || !['later', 'going', 'filter'].includes(said);
  if (said) sign(said === 'later' ? 'waiting' : said);
  if (isOver) {
    wait = FIRST_WAIT;
    if (again) work();
    return;
  }
  if (again) wait = FIRST_WAIT; // that came in during the try, and may be the network itself
  timer = setTimeout(work, wait * (1 + Math.random() / 2));
  wait = Math.min(2 * wait, LONGEST_WAIT);
}

/** Open another page when there is a network, else stay: here nothing is lost. */
async function visit(address) {
  const slow = setTimeout(sign, SLOW, 'busy');
  unreachable = (await ask(address, { method: 'HEAD' })).away;
  clearTimeout(slow);
  if (unreachable) sign('shut');
  else leave(() => location.assign(address));
}

/** Choose on this page what was answered elsewhere on this device, or has not been sent yet. */
function choose({ question, value }) {
  const radio = document.getElementById(`${question}-${value}`);
  if (radio) radio.checked = true;
}

form.addEventListener('change', ({ target }) => {
  const card = target.closest('.question');
  if (!card) return;
  waiting.add(target.name, target.value, quiz.timeOn(card));
  work();
});
// Every way of sending a form presses a button, Enter as well; which one, Safari 13 tells only here.
document.addEventListener(
  'click',
  ({ target }) => {
    const button = target.closest('[type=submit]');
    if (button && button.form === form) quiz.pressed = button;
  },
  true,
);
document.addEventListener('submit', event => {
  if (event.target !== form || event.defaultPrevented) return;
  event.preventDefault();
  wanted = true;
  setTimeout(work); // the tap that ends a block is told of after it
});
document.addEventListener('click', event => {
  const link = event.target.closest('a[href]');
  const isPlain = !(
    event.defaultPrevented ||
    event.button ||
    event.ctrlKey ||
    event.metaKey ||
    event.shiftKey
  );
  const isOurs = link && link.origin === location.origin && !link.hash && !link.target;
  if (!isPlain || !isOurs || !(unreachable || navigator.onLine === false) || !quiz.form) return;
  event.preventDefault();
  visit(link.href);
});
window.addEventListener('beforeunload', event => {
  if (leaving || !quiz.form || waiting.isSafe()) return;
  event.preventDefault();
  event.returnValue = '';
});
window.addEventListener('online', () => {
  wait = FIRST_WAIT;
  work();
});
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload();
});
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) work();
});
waiting.fromOtherTabs(choose);
waiting.list().forEach(choose);
work();
