// Ticks for the first send of a turn, an immediate for what comes after it.
export function createBatcher(send) {
  let items = [];
  let ask = process.nextTick;

  const deliver = () => {
    if (items.length === 0) {
      ask = process.nextTick;
      return;
    }
    const batch = items;
    items = [];
    ask = () => {}; // the immediate below looks by itself
    setImmediate(deliver);
    send(batch);
  };

  return (item) => {
    if (items.push(item) === 1) ask(deliver);
  };
}
