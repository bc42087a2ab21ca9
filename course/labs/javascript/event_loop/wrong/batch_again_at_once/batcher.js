/** Gives a function `add(item)`; what is added is sent together, once per turn of the event loop. */
export function createBatcher(send) {
  let items = [];
  return function add(item) {
    items.push(item);
    if (items.length > 1) return;
    queueMicrotask(() => {
      const batch = items;
      items = [];
      send(batch);
    });
  };
}
