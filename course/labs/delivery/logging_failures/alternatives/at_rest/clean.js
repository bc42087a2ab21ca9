import { stdSerializers } from 'pino';

const SECRET = /^(password|token|authorization|cookie|set-cookie|card)$/i;

/** A copy for the log. Errors are Pino's to take apart, secrets and whatever comes once more are left out. */
export function clean(value, seen = new WeakSet()) {
  if (Object(value) !== value) return value;
  if (seen.has(value)) return undefined;
  seen.add(value);
  if (Array.isArray(value)) return value.map((each) => clean(each, seen));
  const copy = {};
  for (const [name, each] of Object.entries(value instanceof Error ? stdSerializers.err(value) : value)) {
    if (!SECRET.test(name)) copy[name] = clean(each, seen);
  }
  return copy;
}
