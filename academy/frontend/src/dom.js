// Small words for building and finding what is on the page.

/**
 * @param {string} tag
 * @param {Record<string, string | boolean | undefined>} [attributes]
 * @param {...(Node | string)} children
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) node.setAttribute(name, '');
    else if (typeof value === 'string') node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

/** @param {string} id */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}

/**
 * A mark of the page's sprite.
 * @param {string} name
 * @param {number} [size]
 */
export function mark(name, size = 14) {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  for (const [key, value] of [['width', size], ['height', size], ['viewBox', '0 0 16 16'], ['aria-hidden', 'true']]) {
    svg.setAttribute(String(key), String(value));
  }
  const use = document.createElementNS(space, 'use');
  use.setAttribute('href', `#${name}`);
  svg.append(use);
  return svg;
}

/**
 * @param {string} text
 * @param {(event: Event) => void} pressed
 * @param {string} [style]
 */
export function button(text, pressed, style = 'button') {
  const made = el('button', { type: 'button', class: style }, text);
  made.addEventListener('click', pressed);
  return made;
}

/** Says something to those who listen instead of look. @param {string} text */
export function announce(text) {
  byId('announce').textContent = text;
}

/** The element of a click that has this selector. @param {Event} event @param {string} selector */
export function pressed(event, selector) {
  const target = event.target instanceof Element ? event.target.closest(selector) : null;
  return target instanceof HTMLElement ? target : null;
}
