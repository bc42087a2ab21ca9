/** A linked list: taking from its front costs nothing however long it is. */
export class Queue {
  #first;
  #last;
  size = 0;

  add(value) {
    const node = { value };
    if (this.size++ === 0) this.#first = node;
    else this.#last.next = node;
    this.#last = node;
  }

  take() {
    const { value, next } = this.#first;
    this.#first = next;
    this.size--;
    return value;
  }
}
