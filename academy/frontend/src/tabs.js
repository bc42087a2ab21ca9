// A row of tabs: one is chosen, arrow keys go to the next.

/**
 * @param {Element} list
 * @param {(tab: HTMLElement) => void} chosen
 */
export function tabs(list, chosen) {
  const all = () => /** @type {HTMLElement[]} */ ([...list.querySelectorAll('[role=tab]')]);
  list.addEventListener('click', (event) => {
    const tab = event.target instanceof Element ? event.target.closest('[role=tab]') : null;
    if (tab instanceof HTMLElement) choose(list, tab, chosen);
  });
  list.addEventListener('keydown', (event) => {
    const key = /** @type {KeyboardEvent} */ (event).key;
    const now = all().findIndex((tab) => tab.getAttribute('aria-selected') === 'true');
    const to = { ArrowRight: now + 1, ArrowLeft: now - 1 + all().length, Home: 0, End: all().length - 1 }[key];
    if (to === undefined) return;
    event.preventDefault();
    const tab = all()[to % all().length];
    tab.focus();
    choose(list, tab, chosen);
  });
}

/**
 * @param {Element} list
 * @param {HTMLElement} tab
 * @param {(tab: HTMLElement) => void} chosen
 */
export function choose(list, tab, chosen) {
  for (const other of list.querySelectorAll('[role=tab]')) {
    other.setAttribute('aria-selected', String(other === tab));
    other.setAttribute('tabindex', other === tab ? '0' : '-1');
  }
  tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  chosen(tab);
}
