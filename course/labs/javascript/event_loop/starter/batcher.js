/** Gives a function `add(item)`; what is added is sent together, once per turn of the event loop. */
export function createBatcher(send) {
  const items = [];
  return function add(item) {
    items.push(item);
    process.nextTick(() => {
      if (items.length > 0) send(items.splice(0)); // what if `send` adds something?
    });
  };
}
