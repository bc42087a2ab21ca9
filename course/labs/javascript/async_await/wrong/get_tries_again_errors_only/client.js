/** Waits `ms` milliseconds, or until `signal` is aborted: then it fails with the signal's reason. */
export async function sleep(ms, { signal } = {}) {
  signal?.throwIfAborted();
  const { promise, resolve } = Promise.withResolvers();
  const timer = setTimeout(resolve, ms);
  try {
    await unlessAborted(promise, signal);
  } finally {
    clearTimeout(timer);
  }
}

/** A client around `send(path, { signal })`, which may fail, be slow, or never answer. */
export function createClient(
  send,
  { tries = 3, delay = 100, limit = 5000, wait = sleep, timeout = AbortSignal.timeout } = {},
) {
  /** The answer for a path, after at most `tries` attempts and `limit` milliseconds. */
  async function get(path, { signal } = {}) {
    signal?.throwIfAborted();
    const stop = anyOf(timeout(limit), signal);
    const errors = [];
    for (let pause = delay; ; pause *= 2) {
      try {
        return await unlessAborted(send(path, { signal: stop }), stop);
      } catch (error) {
        stop.throwIfAborted();
        if (!(error instanceof Error) || error.temporary !== true) throw error;
        errors.push(error);
      }
      if (errors.length === tries) throw new AggregateError(errors, `${path}: no answer`);
      await wait(pause, { signal: stop });
    }
  }

  /** All answers, asked for at once, in the order of `paths`. The first failure cancels the rest. */
  async function getAll(paths, { signal } = {}) {
    const rest = new AbortController();
    const stop = anyOf(rest.signal, signal);
    try {
      return await Promise.all(paths.map((path) => get(path, { signal: stop })));
    } catch (error) {
      rest.abort(error);
      throw error;
    }
  }

  /** Gets one path after the other; the next begins when `use` has finished. */
  async function inTurn(paths, use, options) {
    for (const path of paths) await use(await get(path, options), path);
  }

  return { get, getAll, inTurn };
}

function anyOf(first, second) {
  return second ? AbortSignal.any([first, second]) : first;
}

/** Settles as `promise` does, unless `signal` is aborted before. */
async function unlessAborted(promise, signal) {
  const { promise: aborted, reject } = Promise.withResolvers();
  const onAbort = () => reject(signal.reason);
  signal?.addEventListener('abort', onAbort);
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal?.removeEventListener('abort', onAbort);
  }
}
