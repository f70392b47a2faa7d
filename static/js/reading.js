/* Reads a question aloud, with a voice that lives on this device: nothing is sent to anybody.
   Where there is no such voice for the language of the page, there is no button either. */

const button = document.querySelector('.listen');
const language = document.documentElement.lang;
const speech = window.speechSynthesis;
let card = document.querySelector('.question:not([hidden])');

const voice = () => speech.getVoices().find(
  each => each.localService && each.lang.toLowerCase().split(/[-_]/)[0] === language);

function offer() {
  button.hidden = !voice();
}

function stop() {
  speech.cancel();
  button.setAttribute('aria-pressed', 'false');
}

function read() {
  const labels = [...card.querySelectorAll('label')].map(label => label.textContent.trim());
  const words = new SpeechSynthesisUtterance(
    [card.querySelector('.asked').textContent, ...labels].join('. '));
  words.voice = voice();
  words.lang = words.voice.lang;
  words.onend = stop;
  speech.cancel();
  speech.speak(words);
  button.setAttribute('aria-pressed', 'true');
}

if (speech) {
  button.addEventListener('click', () => (button.getAttribute('aria-pressed') === 'true' ? stop() : read()));
  document.addEventListener('card', ({ detail }) => { card = detail; stop(); });
  window.addEventListener('pagehide', stop);
  speech.addEventListener?.('voiceschanged', offer);
  offer();
}
