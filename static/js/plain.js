/* The way back. Whatever of ours fails, at once or an hour later: the form becomes again what the
   server sent, with all questions in sight, its own button, and what was chosen still chosen. It
   is a copy, so that whatever still runs here has hold of the old one. The other scripts find the
   form here: without this file they do nothing. */

window.quiz = window.quiz || {};
const quiz = window.quiz;
const FOREIGN = /^ResizeObserver|^Script error|(-extension|^webkit-masked-url):/;
quiz.form = document.querySelector('form[data-attempt]');

function each(form, selector, change) {
  const found = form.querySelectorAll(selector);
  for (let place = 0; place < found.length; place += 1) change(found[place]);
}

/** Answers that still wait on this device are older than what this form will say. */
function date(form) {
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = 'sequence';
  field.value = quiz.nextSequence();
  form.appendChild(field);
}

function fallBack() {
  const form = quiz.form;
  if (!form) return;
  const plain = form.cloneNode(true);
  each(plain, '.question, [type=submit], .earlier', part => part.removeAttribute('hidden'));
  each(plain, '.back, .listen', part => part.setAttribute('hidden', ''));
  each(plain, '.fresh', card => card.classList.remove('fresh'));
  form.parentNode.replaceChild(plain, form);
  document.documentElement.classList.remove('one-by-one');
  quiz.form = null;
  if (quiz.nextSequence && plain.querySelector('.question')) date(plain);
}

// Properties, not listeners: what replaces addEventListener does not reach them.
window.onerror = (message, file) => {
  if (!FOREIGN.test(message) && !FOREIGN.test(file || '')) fallBack();
};
window.onunhandledrejection = fallBack;
