async function beatsDuring(pause) {
  let beats = 0;
  let going = true;
  const beat = () => {
    beats++;
    if (going) setImmediate(beat);
  };
  setImmediate(beat);
  for (let i = 0; i < 100; i++) await pause();
  going = false;
  return beats;
}

console.log('await null  ', await beatsDuring(() => null));
console.log('nextTick    ', await beatsDuring(() => new Promise((go) => process.nextTick(go))));
console.log('setImmediate', await beatsDuring(() => new Promise((go) => setImmediate(go))));
