const SECRETS = ['password', 'token', 'authorization', 'cookie', 'set-cookie', 'card'];

/** A copy that JSON can take, without secrets. `above`: the objects that the value lies in. */
export function clean(value, above = []) {
  if (typeof value !== 'object' || value === null) return value;
  if (above.includes(value)) return '[circle]';
  const inside = [...above, value];
  if (Array.isArray(value)) return value.map((each) => clean(each, inside));
  return Object.fromEntries(
    membersOf(value).map(([name, each]) => [
      name,
      SECRETS.includes(name.toLowerCase()) ? '[hidden]' : clean(each, inside),
    ]),
  );
}

/** Message, stack and cause of an error are not enumerable. */
function membersOf(value) {
  if (!(value instanceof Error)) return Object.entries(value);
  const { message, stack, cause } = value;
  return Object.entries({ message, stack, cause, ...value });
}
