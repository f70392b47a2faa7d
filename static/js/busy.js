/* Who waits for a long answer sees that somebody is at work. The page itself goes on without this. */

/** Show or hide what is said meanwhile. */
function show(isBusy) {
  Array.from(document.querySelectorAll('[data-busy]')).forEach(note => {
    note.hidden = !isBusy;
  });
}

document.addEventListener('submit', () => show(true));
window.addEventListener('pageshow', () => show(false));
