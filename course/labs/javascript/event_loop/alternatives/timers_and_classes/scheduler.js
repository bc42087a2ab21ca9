// Classes, and timers of no length between the slices.
import { Queue } from './queue.js';

class Task {
  constructor(job, settle) {
    Object.assign(this, { job, settle });
  }

  /** Runs one step; gives whether there are more. */
  step() {
    let result;
    try {
      result = this.job.next();
    } catch (error) {
      this.settle.reject(error);
      return false;
    }
    if (result.done) this.settle.fulfil(result.value);
    return !result.done;
  }
}

class Scheduler {
  #tasks = new Queue();
  #timer;
  #slice;

  constructor(slice) {
    this.#slice = slice;
  }

  run(job) {
    return new Promise((fulfil, reject) => {
      this.#tasks.add(new Task(job, { fulfil, reject }));
      this.#timer ??= setTimeout(() => this.#turn(), 0);
    });
  }

  #turn() {
    let left = this.#slice;
    while (left-- > 0 && this.#tasks.size > 0) {
      const task = this.#tasks.take();
      if (task.step()) this.#tasks.add(task);
    }
    this.#timer = this.#tasks.size > 0 ? setTimeout(() => this.#turn(), 0) : undefined;
  }
}

export const createScheduler = (slice) => new Scheduler(slice);
