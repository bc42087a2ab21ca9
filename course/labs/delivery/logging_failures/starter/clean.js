const SECRETS = ['password', 'token', 'authorization', 'cookie', 'set-cookie', 'card'];

/** A copy for the log, without secrets, at whatever depth they lie. */
export function clean(value) {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => clean(each));
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      SECRETS.includes(name.toLowerCase()) ? '[hidden]' : clean(each),
    ]),
  );
}
