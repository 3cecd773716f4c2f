// Loads the page's framework scripts at the first interaction, and repeats a click that came before they were ready.
// A page that works on its own, such as one that keeps drafts, has them at once: data-needs-script="now".
// It runs before the page's body is read, so that it hears every click.
(() => {
  const FIRST_SIGNS = ['pointerdown', 'pointermove', 'touchstart', 'keydown', 'focusin', 'scroll'];
  const HYDRATION_LIMIT_MS = 15000;
  let started = false;

  function start() {
    // scripts stand at the end of the page too; what happens before it is no sign of anybody
    if (started || document.readyState === 'loading') return;
    started = true;
    for (const sign of FIRST_SIGNS) removeEventListener(sign, start, true);
    for (const waiting of document.querySelectorAll('script[type="late"]')) {
      const script = document.createElement('script');
      for (const { name, value } of waiting.attributes) if (name !== 'type') script.setAttribute(name, value);
      if (waiting.nonce) script.nonce = waiting.nonce;
      waiting.replaceWith(script);
    }
  }

  function isHydrated(element) {
    return Object.keys(element).some((key) => key.startsWith('__reactProps'));
  }

  function onClick(event) {
    const target = event.target instanceof Element ? event.target.closest('[data-needs-script]') : null;
    if (!target || isHydrated(target)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    target.setAttribute('aria-busy', 'true');
    const since = Date.now();
    const timer = setInterval(() => {
      start();
      const ready = isHydrated(target);
      if (!ready && Date.now() - since < HYDRATION_LIMIT_MS) return;
      clearInterval(timer);
      target.removeAttribute('aria-busy');
      if (ready) target.click();
    }, 40);
  }

  for (const sign of FIRST_SIGNS) addEventListener(sign, start, { capture: true, passive: true });
  addEventListener('click', onClick, true);
  addEventListener('DOMContentLoaded', () => {
    if (document.querySelector('[data-needs-script="now"]')) start();
  });
})();
