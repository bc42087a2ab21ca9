/** Gives a function `add(item)`; what is added is sent together, once per turn of the event loop. */
export function createBatcher(send) {
  return function add(item) {
    queueMicrotask(() => send([item]));
  };
}
