// Composes an emitter's own tools: events.on with a signal would buffer, events.once takes one event at a time.
import { EventEmitter, errorMonitor } from 'node:events';

const STEPS = [
  ['charge', 'paid'],
  ['ship', 'shipped'],
];

export class Orders extends EventEmitter {
  constructor(tools) {
    super({ captureRejections: false });
    Object.defineProperty(this, 'tools', { value: { ...tools } });
  }

  async place(order) {
    this.emit('placed', order);
    for (const [tool, event] of STEPS) {
      const [done] = await Promise.allSettled([this.#use(this.tools[tool], order)]);
      if (done.status === 'rejected') {
        this.emit('error', done.reason, order);
        break;
      }
      this.emit(event, order, done.value);
    }
  }

  async #use(tool, order) {
    return tool(order);
  }
}

export async function shipped(orders, id, { signal } = {}) {
  signal?.throwIfAborted();
  const cleanUp = new AbortController();
  const listen = (emitter, name, listener) => {
    emitter.on(name, listener);
    cleanUp.signal.addEventListener('abort', () => emitter.off(name, listener));
  };
  try {
    return await new Promise((resolve, reject) => {
      listen(orders, 'shipped', (order, parcel) => {
        if (order.id === id) resolve(parcel);
      });
      listen(orders, errorMonitor, (error, order) => {
        if (order.id === id) reject(error);
      });
      signal?.addEventListener('abort', () => reject(signal.reason), { signal: cleanUp.signal });
    });
  } finally {
    cleanUp.abort();
  }
}
