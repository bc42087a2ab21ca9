// The turn of the last send is remembered by a flag that an immediate takes back.
class Batcher {
  #waiting = [];
  #closed = false;
  #asked = false;

  constructor(send) {
    this.send = send;
  }

  add(item) {
    this.#waiting.push(item);
    this.#ask();
  }

  #ask() {
    if (this.#closed || this.#asked || this.#waiting.length === 0) return;
    this.#asked = true;
    Promise.resolve().then(() => this.#flush());
  }

  #flush() {
    const { send } = this;
    this.#asked = false;
    this.#closed = true;
    setImmediate(() => {
      this.#closed = false;
      this.#ask();
    });
    send(this.#waiting.splice(0));
  }
}

export function createBatcher(send) {
  const batcher = new Batcher(send);
  return (item) => batcher.add(item);
}
