// Passkeys: used at the door, made on one's own page. What goes wrong is one sentence beside the button.

import { call, sentence } from './api.js';

/** A browser that speaks of passkeys in JSON, as the academy does. */
const able =
  typeof PublicKeyCredential === 'function' &&
  typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function' &&
  typeof PublicKeyCredential.parseCreationOptionsFromJSON === 'function' &&
  typeof PublicKeyCredential.prototype.toJSON === 'function';

const TOO_LONG = 290_000;

/** What the academy asks is good for five minutes; a browser that fills in waits for as long as its page is there. */
const ASKED_ANEW = 280_000;

/** @type {Record<string, string>} */
const TROUBLES = {
  NotAllowedError: 'Nothing came of it: it was cancelled, or there is no passkey for this academy. Try again.',
  InvalidStateError: 'There is a passkey for this account on it already.',
  NotSupportedError: 'It can make no passkey that asks for finger, face or PIN.',
  ConstraintError: 'It can make no passkey that asks for finger, face or PIN.',
  SecurityError: 'Passkeys do not work at this address.',
};

/**
 * @param {unknown} error
 * @param {number} began
 */
function trouble(error, began) {
  if (!(error instanceof DOMException)) return sentence(error);
  if (error.name === 'NotAllowedError' && performance.now() - began > TOO_LONG) return 'It took longer than five minutes. Try again.';
  return TROUBLES[error.name] ?? `The browser could not do it: ${error.message}`;
}

/** What the academy wants of an answer. @param {Credential | null} credential */
function answer(credential) {
  if (!(credential instanceof PublicKeyCredential)) throw new DOMException('', 'NotAllowedError');
  const { id, response } = credential.toJSON();
  return { id, ...response };
}

/**
 * Does it, says what went wrong, and goes where the academy says.
 *
 * @param {Element} place with a button and room for a trouble
 * @param {() => Promise<{ next: string }>} act
 * @returns {Promise<void>}
 */
async function attempt(place, act) {
  const button = /** @type {HTMLButtonElement} */ (place.querySelector('button'));
  const said = /** @type {HTMLElement} */ (place.querySelector('[role="alert"]'));
  const began = performance.now();
  said.hidden = true;
  button.setAttribute('aria-busy', 'true');
  button.disabled = true;
  try {
    location.assign((await act()).next);
  } catch (error) {
    said.textContent = trouble(error, began);
    said.hidden = false;
    button.disabled = false;
    button.focus();
  } finally {
    button.removeAttribute('aria-busy');
  }
}

/**
 * @param {HTMLElement} door
 * @param {CredentialRequestOptions} how
 */
async function enter(door, how) {
  const asked = await call('POST', '/api/sign-in/passkey/challenge');
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(asked);
  const used = answer(await navigator.credentials.get({ publicKey, ...how }));
  return call('POST', `/api/sign-in/passkey?next=${encodeURIComponent(door.dataset.next ?? '/')}`, used);
}

/** Passkeys among what the browser fills in, until the button is pressed; only what the academy refuses is said. @param {HTMLElement} door */
async function offer(door) {
  const waiting = new AbortController();
  const { signal } = waiting;
  const anew = setTimeout(() => {
    waiting.abort();
    offer(door);
  }, ASKED_ANEW);
  door.querySelector('button')?.addEventListener('click', () => waiting.abort(), { signal });
  try {
    if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
    const { next } = await enter(door, { mediation: 'conditional', signal });
    location.assign(next);
  } catch (error) {
    if (error instanceof DOMException) return;
    const said = /** @type {HTMLElement} */ (door.querySelector('[role="alert"]'));
    said.textContent = sentence(error);
    said.hidden = false;
  } finally {
    clearTimeout(anew);
  }
}

/** @param {HTMLFormElement} form */
async function make(form) {
  const fields = new FormData(form);
  const asked = await call('POST', '/api/me/passkeys/challenge', { password: fields.get('password') });
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(asked);
  const made = answer(await navigator.credentials.create({ publicKey }));
  return call('POST', '/api/me/passkeys', { name: fields.get('name'), answer: made });
}

const door = document.querySelector('[data-passkey-door]');
if (able && door instanceof HTMLElement) {
  door.hidden = false;
  door.querySelector('button')?.addEventListener('click', () => attempt(door, () => enter(door, {})));
  offer(door);
}

const form = document.querySelector('[data-passkey-make]');
if (able && form instanceof HTMLFormElement) {
  form.hidden = false;
  document.querySelector('[data-passkey-none]')?.remove();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    attempt(form, () => make(form));
  });
}

document.documentElement.dataset.ready = 'true';
