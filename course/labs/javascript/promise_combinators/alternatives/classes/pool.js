// A class with an iterator, a number of free places, and a method that fills them.
class Pool {
  #tasks;
  #free;
  #count = 0;
  #open = 0;
  #over = false;
  answers = [];

  constructor(limit, tasks) {
    this.#free = limit;
    this.#tasks = tasks[Symbol.iterator]();
    this.done = new Promise((resolve, reject) => Object.assign(this, { resolve, reject }));
  }

  fill() {
    while (this.#free > 0 && !this.#over) {
      const { value: task, done } = this.#tasks.next();
      if (done) {
        this.#over = true;
        if (this.#open === 0) this.resolve(this.answers);
      } else {
        this.#begin(task, this.#count++);
      }
    }
    return this.done;
  }

  async #begin(task, place) {
    this.#free--;
    this.#open++;
    try {
      this.answers[place] = await task();
    } catch (error) {
      this.#over = true;
      this.reject(error);
      return;
    }
    this.#free++;
    this.#open--;
    if (this.#over && this.#open === 0) this.resolve(this.answers);
    this.fill();
  }
}

export const pool = (limit, tasks) => new Pool(limit, tasks).fill();
