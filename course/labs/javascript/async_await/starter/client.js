/** Waits `ms` milliseconds. Nobody can end it early yet. */
export function sleep(ms) {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

/** A client around `send(path, { signal })`, which may fail, be slow, or never answer. */
export function createClient(
  send,
  { tries = 3, delay = 100, limit = 5000, wait = sleep, timeout = AbortSignal.timeout } = {},
) {
  /** The answer for a path. */
  async function get(path, { signal } = {}) {
    try {
      return send(path, { signal });
    } catch (error) {
      console.log(path, 'failed once'); // is this ever printed?
      await wait(delay);
      return send(path, { signal });
    }
  }

  /** All answers, in the order of `paths`. */
  async function getAll(paths, { signal } = {}) {
    const answers = [];
    for (const path of paths) answers.push(await get(path, { signal })); // how long does it take?
    return answers;
  }

  /** Gets one path after the other, and hands each answer to `use`. */
  async function inTurn(paths, use, { signal } = {}) {
    paths.forEach(async (path) => use(await get(path, { signal }), path)); // who waits for these?
  }

  return { get, getAll, inTurn };
}
