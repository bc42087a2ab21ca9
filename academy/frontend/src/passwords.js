// What was typed into a password's field can be looked at. It is hidden again before it is sent, or a browser would remember it as a text.
for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('input[type="password"]'))) showable(field);

/** @param {HTMLInputElement} field */
function showable(field) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'shows';
  button.setAttribute('aria-controls', field.id);
  const show = (/** @type {boolean} */ shown) => {
    field.type = shown ? 'text' : 'password';
    button.textContent = shown ? 'Hide' : 'Show';
    button.setAttribute('aria-label', `${shown ? 'Hide' : 'Show'} the password`);
  };
  button.addEventListener('click', () => show(field.type === 'password'));
  field.form?.addEventListener('submit', () => show(false));
  show(false);
  field.after(button);
}
