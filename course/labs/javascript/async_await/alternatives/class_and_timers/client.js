import { setTimeout as delayed } from 'node:timers/promises';

export async function sleep(ms, { signal } = {}) {
  try {
    await delayed(ms, undefined, { signal });
  } catch {
    throw signal.reason; // not the AbortError around it
  }
}

class Client {
  #send;
  #options;

  constructor(send, options) {
    this.#send = send;
    this.#options = options;
  }

  async get(path, { signal } = {}) {
    signal?.throwIfAborted();
    const { tries, delay, limit, wait, timeout } = this.#options;
    const own = new AbortController();
    const { promise: stopped, reject } = Promise.withResolvers();
    stopped.catch(() => {});
    const done = new AbortController();
    for (const source of [timeout(limit), signal]) {
      source?.addEventListener(
        'abort',
        () => {
          own.abort(source.reason);
          reject(source.reason);
        },
        { signal: done.signal },
      );
    }
    const errors = [];
    try {
      while (errors.length < tries) {
        if (errors.length > 0) {
          await Promise.race([
            wait(delay * 2 ** (errors.length - 1), { signal: own.signal }),
            stopped,
          ]);
        }
        const outcome = await Promise.race([this.#once(path, own.signal), stopped]);
        own.signal.throwIfAborted();
        if ('answer' in outcome) return outcome.answer;
        if (outcome.error?.temporary !== true) throw outcome.error;
        errors.push(outcome.error);
      }
      throw new AggregateError(errors, `gave up on ${path}`);
    } finally {
      done.abort();
    }
  }

  async #once(path, signal) {
    try {
      return { answer: await this.#send(path, { signal }) };
    } catch (error) {
      return { error };
    }
  }

  async getAll(paths, { signal } = {}) {
    const rest = new AbortController();
    const either = AbortSignal.any(signal ? [signal, rest.signal] : [rest.signal]);
    const running = paths.map(async (path) => {
      try {
        return await this.get(path, { signal: either });
      } catch (error) {
        rest.abort(error);
        throw error;
      }
    });
    return Promise.all(running);
  }

  async inTurn(paths, use, options = {}) {
    for (let i = 0; i < paths.length; i++) {
      const answer = await this.get(paths[i], options);
      await use(answer, paths[i]);
    }
  }
}

export function createClient(send, options = {}) {
  return new Client(send, {
    tries: 3,
    delay: 100,
    limit: 5000,
    wait: sleep,
    timeout: AbortSignal.timeout,
    ...options,
  });
}
