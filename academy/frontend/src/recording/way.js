// The way through a recording, read once: what each step is, and where the larger steps stop.

/** @typedef {import('./format.js').Trace} Trace @typedef {import('./format.js').Job} Job @typedef {import('./files.js').Files} Files */

export const QUEUES = ['tick', 'micro', 'timer', 'poll', 'immediate', 'listener'];

export class Way {
  /** @param {Trace} trace @param {Files} files */
  constructor(trace, files) {
    this.trace = trace;
    this.files = files;
    const n = trace.steps.length;
    this.span = new Int32Array(n);
    this.top = new Int32Array(n);
    this.running = new Int32Array(n);
    /** @type {string[]} */
    this.phase = new Array(n);
    /** @type {string[]} */
    this.event = new Array(n);
    /** @type {Map<number, number>} the function of every call there ever was */
    this.functions = new Map();
    /** @type {Map<number, number>} the call that made a scope */
    this.makers = new Map();
    /** @type {Map<number, Job>} every job there ever was */
    this.jobs = new Map();
    /** @type {Map<number, number>} when a job was there first */
    this.queued = new Map();
    /** @type {Map<string, { from: number[], count: number[] }>} how many wait in a queue, from a step on */
    this.waiting = new Map(QUEUES.map((queue) => [queue, { from: [], count: [] }]));
    this.read();
    /** @type {Map<string, number[]>} */
    this.stops = new Map();
  }

  read() {
    const counts = new Map(QUEUES.map((queue) => [queue, 0]));
    const there = new Set();
    let now = { at: 0, top: 0, running: 0, phase: 'script', event: 'statement' };
    this.trace.steps.forEach((patch, i) => {
      now = {
        at: 'at' in patch ? (patch.at ?? -1) : now.at, top: patch.top ?? now.top, running: patch.running ?? now.running,
        phase: patch.phase ?? now.phase, event: patch.event ?? now.event,
      };
      this.span[i] = now.at;
      this.top[i] = now.top;
      this.running[i] = now.running;
      this.phase[i] = now.phase;
      this.event[i] = now.event;
      if (patch.calls || patch.scopes) this.readCalls(patch);
      this.readJobs(patch, i, counts, there);
    });
  }

  /** @param {Record<string, any>} patch */
  readCalls(patch) {
    for (const [id, call] of Object.entries(patch.calls ?? {})) {
      if (call?.function !== undefined) this.functions.set(Number(id), call.function);
    }
    for (const [id, scope] of Object.entries(patch.scopes ?? {})) {
      if (scope?.call !== undefined) this.makers.set(Number(id), scope.call);
    }
  }

  /**
   * A job waits from where it is first named until it is gone or runs.
   * @param {Record<string, any>} patch
   * @param {number} step
   * @param {Map<string, number>} counts
   * @param {Set<number>} there
   */
  readJobs(patch, step, counts, there) {
    if (!patch.jobs && !there.has(this.running[step])) return;
    const moved = new Set();
    const count = (/** @type {number} */ id, /** @type {1 | -1} */ by) => {
      const queue = this.jobs.get(id)?.queue ?? '';
      counts.set(queue, (counts.get(queue) ?? 0) + by);
      if (by > 0) there.add(id);
      else there.delete(id);
      moved.add(queue);
    };
    for (const [key, job] of Object.entries(patch.jobs ?? {})) {
      const id = Number(key);
      if (job) this.jobs.set(id, { ...this.jobs.get(id), ...job });
      if (job && !this.queued.has(id)) this.queued.set(id, step);
      if (!job && there.has(id)) count(id, -1);
      else if (job && !there.has(id) && id !== this.running[step]) count(id, 1);
    }
    if (there.has(this.running[step])) count(this.running[step], -1);
    for (const queue of moved) {
      this.waiting.get(queue)?.from.push(step);
      this.waiting.get(queue)?.count.push(counts.get(queue) ?? 0);
    }
  }

  /** Since when nothing waits in a queue; nothing if something does or never did. @param {string} queue @param {number} step */
  emptySince(queue, step) {
    const { from, count } = this.waiting.get(queue) ?? { from: [], count: [] };
    const last = lastUpTo(from, step);
    return count[last] === 0 ? from[last] : undefined;
  }

  /**
   * The steps at which a size of step stops.
   * @param {'step' | 'line' | 'call' | 'job' | 'console'} size
   */
  stopsOf(size) {
    let stops = this.stops.get(size);
    if (!stops) {
      stops = size === 'console' ? [...new Set(this.trace.console.map(({ step }) => step))] : this.filter(TURNS[size]);
      this.stops.set(size, stops);
    }
    return stops;
  }

  /** @param {(way: Way, step: number) => boolean} turns */
  filter(turns) {
    return this.trace.steps.map((_, i) => i).filter((i) => i === 0 || i === this.trace.steps.length - 1 || turns(this, i));
  }

  /** The steps at which a variable of a scope was written. @param {number} scope @param {string} name */
  writes(scope, name) {
    return this.trace.steps.flatMap(({ scopes }, i) => {
      const vars = scopes?.[scope]?.vars;
      return vars && Object.hasOwn(vars, name) ? [i] : [];
    });
  }

  /** @param {number} step */
  line(step) {
    return this.files.place(this.span[step])?.line ?? 0;
  }
}

/** @type {Record<string, (way: Way, step: number) => boolean>} */
const TURNS = {
  step: () => true,
  line: (way, i) => way.line(i) !== way.line(i - 1) || way.top[i] !== way.top[i - 1],
  call: (way, i) => way.top[i] !== way.top[i - 1] || ['call', 'return', 'throw', 'suspend', 'resume'].includes(way.event[i]),
  job: (way, i) => way.running[i] !== way.running[i - 1] || way.event[i] === 'job',
};

/** The position of the last number up to a limit, -1 if none. @param {ArrayLike<number>} sorted @param {number} limit */
export function lastUpTo(sorted, limit) {
  let [low, high] = [-1, sorted.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= limit) low = middle;
    else high = middle;
  }
  return low;
}

/** The next stop from a step on or back. @param {number[]} stops @param {number} step @param {1 | -1} way */
export function nextStop(stops, step, way) {
  return way > 0 ? stops[lastUpTo(stops, step) + 1] : stops[lastUpTo(stops, step - 1)];
}
