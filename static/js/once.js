/* A form goes once, however often its button is pressed. On the start page a second press would have the
   browser drop the answer to the first one, and with it the way in and the code. */

const PATIENCE = 20000;
let isSent = false;

document.addEventListener('submit', event => {
  if (isSent) event.preventDefault();
  isSent = true;
  setTimeout(() => {
    isSent = false;
  }, PATIENCE);
});
window.addEventListener('pageshow', () => {
  isSent = false;
});
