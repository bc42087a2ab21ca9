// Runs before the first paint: the theme and the widths that were chosen here before. Then the few things every page does.

const root = document.documentElement;

/** @param {string} key */
function kept(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

const theme = kept('theme');
if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
for (const side of ['left', 'right']) {
  const width = Number(kept(`width-${side}`));
  if (width >= 10 && width <= 70) root.style.setProperty(`--${side}`, `${width}%`);
}

document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : null;
  if (!target?.closest('[data-theme-toggle]')) return;
  const dark = root.dataset.theme
    ? root.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
  try {
    localStorage.setItem('theme', root.dataset.theme);
  } catch {
    // a browser that keeps nothing still shows what was chosen
  }
});

// The key page takes the whole address as well as the key; it goes there itself, since the page's policy lets no form be sent.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.matches('[data-key-form]')) return;
  event.preventDefault();
  const { value } = /** @type {HTMLInputElement} */ (form.elements.namedItem('key'));
  const key = value.match(/[?&]key=([^&\s]+)/)?.[1] ?? encodeURIComponent(value.trim());
  location.assign(`/enter?key=${key}`);
});
