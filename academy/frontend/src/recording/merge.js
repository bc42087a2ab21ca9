// JSON Merge Patch (RFC 7396) on objects without a prototype: names in a recording are the program's, `__proto__` among them.

/** @param {unknown} value @returns {value is Record<string, any>} */
export function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The state after a patch. What was there before stays as it was, unless it is among the `owned`: objects that this
 * roll forward made itself and nobody else has seen. So a long way costs no more copies than a short one.
 *
 * @param {any} target
 * @param {any} patch
 * @param {Set<object>} owned
 * @returns {any}
 */
export function merge(target, patch, owned) {
  if (!isObject(patch)) return patch;
  const into = mine(isObject(target) ? target : {}, owned);
  for (const key of Object.keys(patch)) {
    const value = patch[key];
    if (value === null) delete into[key];
    else into[key] = isObject(value) ? merge(into[key], value, owned) : value;
  }
  return into;
}

/** @param {Record<string, any>} target @param {Set<object>} owned */
function mine(target, owned) {
  if (owned.has(target)) return target;
  const copy = Object.create(null);
  for (const key of Object.keys(target)) copy[key] = target[key];
  owned.add(copy);
  return copy;
}
