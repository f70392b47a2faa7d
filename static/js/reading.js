/* Reads a question aloud, with a voice that lives on this device: nothing is sent to anybody.
   Where there is no such voice for the language of the page, there is no button either. Voices may
   come late, and a device may never tell that it stopped: what the button says is looked up. */

const button = document.querySelector('.listen');
const speech = window.speechSynthesis;
const language = document.documentElement.lang.toLowerCase();
const nearest = { nl: 'nl-nl', en: 'en-gb' }[language] || language;
const LOOK = 500; // milliseconds between looks for voices, ever longer
const LONGEST_LOOK = 8000;
const START = 4000; // the longest silence before a text
const SIGN = 150; // and for one letter of it
let card = document.querySelector('.question:not([hidden])');
let words = null;
let started = false;
let waited = 0;
let timer;

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

/** Offer the button as soon as there is a voice, whether or not the device tells of it. */
function offer(wait) {
  button.hidden = !voice();
  if (button.hidden && words) stop();
  if (button.hidden && wait) setTimeout(offer, wait, Math.min(2 * wait, LONGEST_LOOK));
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

/** What to say, with the voice that says it. */
function prepare() {
  const labels = Array.from(card.querySelectorAll('label')).map(label => label.textContent.trim());
  const text = [card.querySelector('.asked').textContent].concat(labels).join('. ');
  const mine = new SpeechSynthesisUtterance(text);
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
  button.addEventListener('click', () => (words ? stop() : read()));
  document.addEventListener('card', ({ detail }) => {
    card = detail;
    stop();
    offer(0);
  });
  window.addEventListener('pagehide', stop);
  if (speech.addEventListener) speech.addEventListener('voiceschanged', () => offer(0));
  offer(LOOK);
}
