// What a few buttons of residents' pages do: search from where the person is, read a place aloud. The buttons say in
// their attributes what they need; where there are no scripts they are not shown.
(() => {
  const TIMEOUT_MS = 10000;
  // a position a minute old is as good as a new one for finding a clinic
  const MAXIMUM_AGE_MS = 60000;
  // three decimals, about 100 m: the browser never sends more
  const DECIMALS = 3;
  const ACTION = '[data-page-action]';

  /** Asks the browser where the person is and sends the form around the button with that; nothing is stored. */
  function locate(button) {
    const { form } = button;
    const near = form.elements.namedItem('near');
    const note = form.querySelector('[data-page-action-note]');
    const fail = (why) => {
      button.removeAttribute('aria-busy');
      note.textContent = button.dataset[why];
    };
    if (!('geolocation' in navigator)) {
      fail('unavailable');
      return;
    }
    button.setAttribute('aria-busy', 'true');
    note.textContent = button.dataset.busy;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        near.value = `${coords.latitude.toFixed(DECIMALS)},${coords.longitude.toFixed(DECIMALS)}`;
        near.disabled = false;
        // the position replaces the place chosen before
        const place = form.elements.namedItem('place');
        if (place) place.value = '';
        form.requestSubmit();
      },
      (error) => fail(error.code === error.PERMISSION_DENIED ? 'refused' : 'unavailable'),
      { enableHighAccuracy: false, timeout: TIMEOUT_MS, maximumAge: MAXIMUM_AGE_MS },
    );
  }

  /** Reads the text of an element with the browser's own voice, or stops reading. */
  function readAloud(button) {
    const speaking = button.getAttribute('aria-pressed') === 'true';
    silence();
    // biome-ignore lint/performance/useDomNodeTextContent: hidden text must not be read, and blocks need their breaks
    const text = document.getElementById(button.dataset.reads)?.innerText.trim();
    if (speaking || !text) return;
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = document.documentElement.lang;
    // a little slower than usual: most who ask for it are older
    utterance.rate = 0.9;
    const ended = () => button.setAttribute('aria-pressed', 'false');
    utterance.onend = ended;
    utterance.onerror = ended;
    button.setAttribute('aria-pressed', 'true');
    speechSynthesis.speak(utterance);
  }

  function silence() {
    speechSynthesis.cancel();
    for (const pressed of document.querySelectorAll('[data-page-action="read-aloud"][aria-pressed="true"]'))
      pressed.setAttribute('aria-pressed', 'false');
  }

  const ACTIONS = { locate, 'read-aloud': readAloud };
  addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest(ACTION) : null;
    if (button) ACTIONS[button.dataset.pageAction]?.(button);
  });

  if ('speechSynthesis' in window) addEventListener('pagehide', silence);
  else for (const button of document.querySelectorAll('[data-page-action="read-aloud"]')) button.hidden = true;
})();
