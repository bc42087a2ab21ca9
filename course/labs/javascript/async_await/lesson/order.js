async function load() {
  console.log('load begins');
  await null;
  console.log('load goes on');
  return 'loaded';
}

const promise = load();
console.log('load has returned', promise);
promise.then(console.log);
