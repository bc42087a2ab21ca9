export function sleep(ms, { signal } = {}) {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    function stop() {
      clearTimeout(timer);
      reject(signal.reason);
    }
    signal?.addEventListener('abort', stop, { once: true });
  });
}

function raced(start, signal) {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    Promise.try(start)
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', stop));
  });
}

export const createClient = (
  send,
  { tries = 3, delay = 100, limit = 5000, wait = sleep, timeout = (ms) => AbortSignal.timeout(ms) } = {},
) => {
  const attempt = (path, signal, pause, errors) =>
    raced(() => send(path, { signal }), signal).catch((error) => {
      if (signal.aborted) throw signal.reason;
      if (!error?.temporary) throw error;
      const all = [...errors, error];
      if (all.length >= tries) throw new AggregateError(all);
      return wait(pause, { signal }).then(() => attempt(path, signal, pause * 2, all));
    });

  const get = (path, { signal } = {}) =>
    signal?.aborted
      ? Promise.reject(signal.reason)
      : attempt(path, AbortSignal.any([timeout(limit)].concat(signal ?? [])), delay, []);

  const getAll = (paths, { signal } = {}) => {
    const others = new AbortController();
    const both = { signal: AbortSignal.any([others.signal].concat(signal ?? [])) };
    return Promise.all(paths.map((path) => get(path, both))).finally(() => others.abort());
  };

  const inTurn = (paths, use, options) =>
    paths.reduce(
      (before, path) =>
        before.then(() => get(path, options)).then((answer) => use(answer, path)),
      Promise.resolve(),
    );

  return { get, getAll, inTurn };
};
