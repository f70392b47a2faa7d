/* Asks our server something, and tells whether it was our server that answered. A filter, a portal
   or a proxy in between may answer whatever it likes, but it does not know our word.

   The scripts share one object, `quiz`: an import could not carry the hash that lets a browser
   keep a file for a year. They are written for Safari 13 (docs/browsers.md). */

window.quiz = window.quiz || {};
const WORD = 'Zeven-Werelden';
const PATIENCE = 10000;
const OF_THE_NETWORK = ['TypeError', 'AbortError', 'NetworkError'];

/** What we made of an answer and its text. */
function read(answer, text) {
  return {
    away: false,
    ours: answer.headers.has(WORD),
    status: answer.status,
    tag: answer.headers.get('ETag') || '',
    text,
  };
}

/** Ask. It never fails for want of a network (then only `away` is true); what it throws is a
    mistake of ours, for the plain form to mend: only the network itself stands inside the `try`. */
window.quiz.ask = async function ask(address, options) {
  const stop = window.AbortController ? new AbortController() : {};
  let giveUp;
  const late = new Promise((_, reject) => {
    giveUp = reject;
  });
  const timer = setTimeout(giveUp, PATIENCE);
  const asked = fetch(address, Object.assign({ redirect: 'manual', signal: stop.signal }, options));
  let answer;
  let text;
  try {
    answer = await Promise.race([asked, late]);
    text = await Promise.race([answer.text(), late]);
  } catch (nothing) {
    if (nothing && OF_THE_NETWORK.indexOf(nothing.name) < 0) throw nothing;
    if (stop.abort) stop.abort();
    return { away: true, ours: false, status: 0, tag: '', text: '' };
  } finally {
    clearTimeout(timer);
  }
  return read(answer, text);
};

/** What an answer means: "done", a refusal of ours, "filter" (not ours), or "later". */
window.quiz.meaning = function meaning({ away, ours, status }) {
  const busy = status === 429 || (status >= 500 && (ours || status !== 511));
  if (away || busy) return 'later';
  if (!ours) return 'filter';
  return (
    { 204: 'done', 409: 'finished', 422: 'refused', 400: 'stranger', 403: 'stranger' }[status] ||
    'later'
  );
};
