// The three places of a lab: grips between them, tabs on a narrow screen.

import { byId } from './dom.js';
import { choose, tabs } from './tabs.js';

const STEP = 2;

export function panes() {
  grip('grip-lesson', 'left', 1);
  grip('grip-right', 'right', -1);
  const list = document.querySelector('.tabs');
  if (list) tabs(list, show);
}

/** Brings a place to the front where only one is seen. @param {'lesson' | 'edit' | 'result' | 'console'} place */
export function bring(place) {
  const list = document.querySelector('.tabs');
  if (list) choose(list, byId(`t-${place}`), show);
}

/** @param {HTMLElement} tab */
function show(tab) {
  byId('main').dataset.tab = tab.getAttribute('aria-controls') ?? 'lesson';
}

/**
 * @param {string} id
 * @param {'left' | 'right'} side
 * @param {1 | -1} sign to the right makes it wider, or narrower
 */
function grip(id, side, sign) {
  const handle = byId(id);
  const [least, most] = [Number(handle.ariaValueMin), Number(handle.ariaValueMax)];
  const set = (/** @type {number} */ width) => {
    const percent = Math.round(Math.min(most, Math.max(least, width)) * 10) / 10;
    handle.setAttribute('aria-valuenow', String(Math.round(percent)));
    document.documentElement.style.setProperty(`--${side}`, `${percent}%`);
    try {
      localStorage.setItem(`width-${side}`, String(percent));
    } catch {
      // not remembered, still moved
    }
  };
  const now = () => Number.parseFloat(document.documentElement.style.getPropertyValue(`--${side}`)) || Number(handle.ariaValueNow);
  handle.setAttribute('aria-valuenow', String(Math.round(now())));
  handle.addEventListener('keydown', (event) => {
    const to = { ArrowRight: now() + sign * STEP, ArrowLeft: now() - sign * STEP, Home: least, End: most }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    set(to);
  });
  handle.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    handle.classList.add('moving');
  });
  handle.addEventListener('pointermove', (event) => {
    if (!handle.hasPointerCapture(event.pointerId)) return;
    const share = (event.clientX / innerWidth) * 100;
    set(side === 'left' ? share : 100 - share);
  });
  handle.addEventListener('pointerup', () => handle.classList.remove('moving'));
}
