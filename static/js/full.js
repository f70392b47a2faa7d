/* The full screen for what stands on a board: a button, and the key F. */

const root = document.documentElement;
const enter = root.requestFullscreen || root.webkitRequestFullscreen;
const leave = document.exitFullscreen || document.webkitExitFullscreen;

/** Fill the whole screen, or no longer. */
function fill() {
  const isFull = document.fullscreenElement || document.webkitFullscreenElement;
  if (isFull) leave.call(document);
  else enter.call(root);
}

if (enter) {
  root.classList.add('can-fill');
  document.addEventListener('keydown', event => {
    const isPlain = !(event.altKey || event.ctrlKey || event.metaKey);
    if (isPlain && event.key.toLowerCase() === 'f') fill();
  });
  document.addEventListener('click', event => {
    if (event.target.closest('.fill')) fill();
  });
}
