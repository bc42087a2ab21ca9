// Promise chains, and AbortSignal.any with one controller that ends all the waiting.
import EventEmitter, { errorMonitor } from 'node:events';

export class Orders extends EventEmitter {
  constructor(steps) {
    super();
    this.steps = steps;
  }

  place(order) {
    const step = async (name, after, next) => {
      const outcome = await Promise.resolve(order)
        .then((it) => this.steps[name](it))
        .then((value) => ({ value }), (error) => ({ error, failed: true }));
      if (outcome.failed) return void this.emit('error', outcome.error, order);
      this.emit(after, order, outcome.value);
      return next?.();
    };
    return new Promise((resolve) => {
      this.emit('placed', order);
      resolve(step('charge', 'paid', () => step('ship', 'shipped')));
    });
  }
}

export const shipped = (orders, id, options = {}) =>
  new Promise((resolve, reject) => {
    const { signal } = options;
    if (signal?.aborted) return reject(signal.reason);
    const settle = (how, value) => {
      orders.removeListener('shipped', arrived).removeListener(errorMonitor, failed);
      signal?.removeEventListener('abort', aborted);
      how(value);
    };
    function arrived(order, parcel) {
      if (order.id === id) settle(resolve, parcel);
    }
    function failed(error, order) {
      if (order.id === id) settle(reject, error);
    }
    function aborted() {
      settle(reject, signal.reason);
    }
    orders.prependListener('shipped', arrived);
    orders.on(errorMonitor, failed);
    signal?.addEventListener('abort', aborted, { once: true });
  });
