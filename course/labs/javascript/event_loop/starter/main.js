// What Run runs. Change it as you like: no check looks at it.
import { createBatcher } from './batcher.js';
import { createScheduler } from './scheduler.js';

/** Counts the turns that the event loop makes until it is stopped. */
function heartbeat() {
  const heart = { beats: 0, stop: () => clearImmediate(heart.next) };
  const beat = () => {
    heart.beats++;
    heart.next = setImmediate(beat);
  };
  heart.next = setImmediate(beat);
  return heart;
}

/** A long job, in steps: one for each row. */
function* report(rows) {
  let total = 0;
  for (let row = 1; row <= rows; row++) {
    total += row;
    yield;
  }
  return total;
}

const scheduler = createScheduler(100);
const heart = heartbeat();
console.log('total', await scheduler.run(report(10_000)));
heart.stop();
console.log('beats', heart.beats, '(with 100 steps a turn about 100 are to be expected)');

let sent = 0;
const add = createBatcher((items) => {
  console.log('send ', items.join(' '));
  if (++sent < 3) add(`after ${sent}`);
});
setImmediate(() => console.log('immediate'));
setTimeout(() => console.log('timer'));
add('a');
add('b');
console.log('added');
