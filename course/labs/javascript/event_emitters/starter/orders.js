import { EventEmitter } from 'node:events';

/** Takes orders through `charge` and `ship`, and tells of each step. */
export class Orders extends EventEmitter {
  #charge;
  #ship;

  constructor({ charge, ship }) {
    super();
    this.#charge = charge;
    this.#ship = ship;
  }

  async place(order) {
    this.emit('placed', order);
    const receipt = await this.#charge(order);
    const parcel = await this.#ship(order);
    this.emit('shipped', order, parcel);
  }
}

/** Waits until the order of this id is shipped, and gives its parcel. */
export function shipped(orders, id, { signal } = {}) {
  return new Promise((resolve) => {
    orders.on('shipped', (order, parcel) => resolve(parcel)); // whose parcel? and when is it removed?
  });
}
