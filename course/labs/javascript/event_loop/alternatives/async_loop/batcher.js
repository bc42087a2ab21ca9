// Each batch is an async function that waits for its moment: a tick, or the next turn.
import { setImmediate as nextTurn } from 'node:timers/promises';

export function createBatcher(send) {
  let batch; // open for items
  let turn; // a promise while the turn of the last send goes on

  async function deliver() {
    await turn;
    const items = batch;
    batch = undefined;
    const mine = nextTurn().then(() => {
      if (turn === mine) turn = undefined;
    });
    turn = mine;
    send(items);
  }

  return (item) => {
    if (batch) {
      batch.push(item);
    } else {
      batch = [item];
      deliver();
    }
  };
}
