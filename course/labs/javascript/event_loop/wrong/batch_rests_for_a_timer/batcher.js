/** Gives a function `add(item)`; what is added is sent together, once per turn of the event loop. */
export function createBatcher(send) {
  let items = [];
  let busy = false;

  function flush() {
    const batch = items;
    items = [];
    setTimeout(nextTurn, 0);
    send(batch);
  }

  function nextTurn() {
    if (items.length > 0) flush();
    else busy = false;
  }

  return function add(item) {
    items.push(item);
    if (!busy) {
      busy = true;
      queueMicrotask(flush);
    }
  };
}
