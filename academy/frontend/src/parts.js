// The parts of the page that the server sends anew: each takes the place of the one with its name.

/** @param {string} html made by the server's own templates */
export function swap(html) {
  const fresh = new DOMParser().parseFromString(html, 'text/html');
  for (const part of fresh.querySelectorAll('[data-part]')) {
    const old = document.querySelector(`[data-part="${part.getAttribute('data-part')}"]`);
    if (!(old instanceof HTMLElement) || old.outerHTML === part.outerHTML) continue;
    keepOpen(old, part);
    const focused = old.contains(document.activeElement) ? selector(document.activeElement) : undefined;
    old.replaceWith(document.adoptNode(part));
    if (focused) /** @type {HTMLElement | null} */ (document.querySelector(focused))?.focus();
  }
}

/** What was opened or closed by hand stays so. @param {Element} old @param {Element} part */
function keepOpen(old, part) {
  for (const details of old.querySelectorAll('details[data-touched]')) {
    const twin = part.querySelector(`details[data-key="${details.getAttribute('data-key')}"]`);
    twin?.toggleAttribute('open', /** @type {HTMLDetailsElement} */ (details).open);
    twin?.toggleAttribute('data-touched', true);
  }
}

/** @param {Element | null} element */
function selector(element) {
  const details = element?.closest('details[data-key]');
  return details ? `details[data-key="${details.getAttribute('data-key')}"] > summary` : undefined;
}

/** Remembers which folds were touched. */
export function watchFolds() {
  document.addEventListener('click', (event) => {
    const summary = event.target instanceof Element ? event.target.closest('summary') : null;
    summary?.parentElement?.toggleAttribute('data-touched', true);
  });
}
