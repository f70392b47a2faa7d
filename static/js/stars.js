/* A star is saved without a page that loads anew: where the reader was, they stay. Without a network
   the star stays as it was, and that is said; what else cannot be asked this way goes as the plain
   form that it is without scripts. */

const { ask } = window.quiz;
const form = document.getElementById('bewaren');
const list = document.querySelector('[data-kept]');
const sign = document.querySelector('[data-sign=away]');

/** Show every star of this step as it is now: kept, or not. */
function turn(key, isKept) {
  document.querySelectorAll('.star').forEach(star => {
    if (star.value !== key || list.contains(star)) return;
    star.name = isKept ? 'los' : 'bewaar';
    star.setAttribute('aria-pressed', String(isKept));
    star.firstChild.data = form.dataset[star.name];
  });
}

/** Send what the form would send; anything but the new list of kept steps is no answer to it. */
async function press(star) {
  const { name, value } = star;
  const body = new URLSearchParams(new FormData(form));
  body.append(name, value);
  body.append('deel', '1');
  star.disabled = true;
  const wasOpen = Boolean(list.querySelector('[open]'));
  const { away, ours, status, text } = await ask(form.action, { method: 'POST', body });
  star.disabled = false;
  sign.hidden = !away;
  if (away) return;
  if (!ours || status !== 200) throw new Error(`not kept: ${status}`);
  list.innerHTML = text;
  const fold = list.querySelector('details');
  if (fold) fold.open = wasOpen;
  turn(value, name === 'bewaar');
  if (document.contains(star)) star.focus();
}

/** As without scripts: the form itself carries the star that was pressed. */
function send(star) {
  const { name, value } = star;
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = name;
  field.value = value;
  form.append(field);
  form.submit();
}

if (form && list && sign && window.URLSearchParams) {
  document.addEventListener('click', event => {
    const star = event.target.closest('.star');
    if (!star) return;
    event.preventDefault();
    press(star).catch(() => send(star));
  });
}
