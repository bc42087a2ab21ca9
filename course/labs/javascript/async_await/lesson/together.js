const ask = (name, ms) =>
  new Promise((done) => {
    console.log('ask', name);
    setTimeout(() => done(name), ms);
  });

async function oneByOne() {
  const a = await ask('a', 20);
  const b = await ask('b', 10);
  return [a, b];
}

async function atOnce() {
  return await Promise.all([ask('c', 20), ask('d', 10)]);
}

async function main() {
  console.log(await oneByOne());
  console.log(await atOnce());
}

main();
