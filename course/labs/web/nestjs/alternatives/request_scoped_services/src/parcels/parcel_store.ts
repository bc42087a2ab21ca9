export class ParcelStore {
  #last = 0;

  get count(): number {
    return this.#last;
  }

  next(): number {
    return ++this.#last;
  }
}
