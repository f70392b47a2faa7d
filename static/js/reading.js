/* Reads a question or a part of a result aloud, with a voice that lives on this device: nothing is
   sent to anybody. Where there is no such voice for the language of the page, there are no buttons
   either. Voices may come late, and a device may never tell that it stopped: what the button says is
   looked up. */

document.querySelectorAll('[data-listen]').forEach(add);
const buttons = Array.from(document.querySelectorAll('.listen'));
const speech = window.speechSynthesis;
const language = document.documentElement.lang.toLowerCase();
const nearest = { nl: 'nl-nl', en: 'en-gb' }[language] || language;
const LOOK = 500; // milliseconds between looks for voices, ever longer
const LONGEST_LOOK = 8000;
const START = 4000; // the longest silence before a text
const SIGN = 150; // and for one letter of it
const LINES = 'h1, h2, h3, h4, p, li, th, td';
let card = document.querySelector('.question:not([hidden])');
let button = buttons[0]; // the one that was pressed last
let words = null;
let started = false;
let waited = 0;
let timer;

/** A button at the end of a part of the page, called after its heading. */
function add(place) {
  const made = document.getElementById('lees-voor').content.firstElementChild.cloneNode(true);
  const part = place.closest('[id]');
  const heading = part.querySelector('h1, h2, h3');
  const name = heading.querySelector('[translate]') || heading.firstChild;
  made.dataset.reads = part.id;
  made.lastElementChild.append(name.cloneNode(true));
  place.append(made);
}

/** Ask something of the device; one that cannot speak is no reason to lose the page. */
function device(action) {
  try {
    return action();
  } catch (mute) {
    return null;
  }
}

const spoken = each => String(each.lang).toLowerCase().replace(/_/g, '-');

/** A voice of this device for this language, of the nearest region if there is one. */
function voice() {
  const fitting = Array.from(device(() => speech.getVoices()) || []).filter(
    each => each.localService && spoken(each).split('-')[0] === language.split('-')[0],
  );
  return fitting.find(each => spoken(each).startsWith(nearest)) || fitting[0];
}

/** Offer the buttons as soon as there is a voice, whether or not the device tells of it. */
function offer(wait) {
  const isMute = !voice();
  buttons.forEach(each => {
    each.hidden = isMute;
  });
  if (isMute && words) stop();
  if (isMute && wait) setTimeout(offer, wait, Math.min(2 * wait, LONGEST_LOOK));
}

/** Nothing is read any more. */
function rest() {
  words = null;
  clearTimeout(timer);
  button.setAttribute('aria-pressed', 'false');
}

function stop() {
  rest();
  device(() => speech.cancel());
}

/** Look whether it still reads: the end may come without a word, or not come at all. */
function look() {
  waited += LOOK;
  const speaks = speech.speaking || speech.pending || (started && speech.speaking === undefined);
  if (speaks) started = true;
  const isSilent = !speaks && (started || waited >= START);
  if (isSilent || waited > START + SIGN * words.text.length) rest();
  else timer = setTimeout(look, LOOK);
}

/** The question on screen with its answers. */
function question() {
  const labels = Array.from(card.querySelectorAll('label')).map(label => label.textContent.trim());
  return [card.querySelector('.asked').textContent].concat(labels).join('. ');
}

/** Whether a line is on the page now: not folded, not hidden, not a row of buttons. */
function isSaid(line) {
  const isFolded = line.closest('details:not([open])') && !line.closest('summary');
  const isWhole = !line.querySelector(LINES) && !line.closest('.row');
  return isWhole && !isFolded && line.getClientRects().length > 0;
}

/** The lines of a part of the page. */
function lines(part) {
  return Array.from(part.querySelectorAll(LINES))
    .filter(isSaid)
    .map(line => line.textContent.replace(/\s+/g, ' ').trim())
    .join('. ');
}

/** What to say, with the voice that says it. */
function prepare() {
  const part = document.getElementById(button.dataset.reads || '');
  const mine = new SpeechSynthesisUtterance(part ? lines(part) : question());
  mine.voice = voice();
  mine.lang = mine.voice.lang;
  mine.onstart = () => {
    if (words === mine) started = true;
  };
  // The end of a text that was stopped before may come while the next one is read.
  mine.onend = mine.onerror = () => {
    if (words === mine) rest();
  };
  return mine;
}

function read() {
  stop();
  words = device(prepare);
  started = false;
  waited = 0;
  button.setAttribute('aria-pressed', 'true');
  timer = setTimeout(look, LOOK);
  if (!words || device(() => speech.speak(words)) === null) rest();
}

if (speech && window.SpeechSynthesisUtterance) {
  buttons.forEach(each =>
    each.addEventListener('click', () => {
      const again = words && each === button;
      stop();
      button = each;
      if (!again) read();
    }),
  );
  document.addEventListener('card', ({ detail }) => {
    card = detail;
    stop();
    offer(0);
  });
  window.addEventListener('pagehide', stop);
  if (speech.addEventListener) speech.addEventListener('voiceschanged', () => offer(0));
  offer(LOOK);
}
