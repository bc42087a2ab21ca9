// What a step changed, as the patch itself says it.

/** @typedef {import('./format.js').Trace} Trace */
/** @typedef {{ fresh: boolean, paths: Set<string> }} Change */
/** @typedef {{ scopes: Map<number, Change>, objects: Map<number, Change>, jobs: Set<number> }} Changes */

/** @param {Trace} trace @param {number} step @returns {Changes} */
export function changesOf(trace, step) {
  const patch = step === 0 ? {} : trace.steps[step];
  return {
    scopes: changed(patch.scopes, 'kind'),
    objects: changed(patch.objects, 'kind'),
    jobs: new Set(Object.entries(patch.jobs ?? {}).filter(([, job]) => job).map(([id]) => Number(id))),
  };
}

/** @param {Record<string, any> | undefined} patches @param {string} mark what only a whole one names */
function changed(patches, mark) {
  /** @type {Map<number, Change>} */
  const found = new Map();
  for (const [id, patch] of Object.entries(patches ?? {})) {
    if (patch) found.set(Number(id), { fresh: mark in patch, paths: pathsOf(patch) });
  }
  return found;
}

/** @param {Record<string, any>} patch */
function pathsOf(patch) {
  const paths = new Set();
  for (const [name, value] of Object.entries(patch)) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const key of Object.keys(value)) paths.add(`${name}.${key}`);
    } else {
      paths.add(name);
    }
  }
  return paths;
}
