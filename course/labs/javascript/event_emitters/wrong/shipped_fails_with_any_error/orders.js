import { EventEmitter, errorMonitor } from 'node:events';

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
    let receipt;
    let parcel;
    try {
      receipt = await this.#charge(order);
    } catch (error) {
      this.emit('error', error, order);
      return;
    }
    this.emit('paid', order, receipt);
    try {
      parcel = await this.#ship(order);
    } catch (error) {
      this.emit('error', error, order);
      return;
    }
    this.emit('shipped', order, parcel);
  }
}

/** Waits until the order of this id is shipped, and gives its parcel. */
export function shipped(orders, id, { signal } = {}) {
  const { promise, resolve, reject } = Promise.withResolvers();
  const onShipped = (order, parcel) => order.id === id && resolve(parcel);
  const onError = (error, order) => reject(error);
  const onAbort = () => reject(signal.reason);
  orders.on('shipped', onShipped);
  orders.on(errorMonitor, onError);
  signal?.addEventListener('abort', onAbort);
  if (signal?.aborted) onAbort();
  return promise.finally(() => {
    orders.off('shipped', onShipped);
    orders.off(errorMonitor, onError);
    signal?.removeEventListener('abort', onAbort);
  });
}
