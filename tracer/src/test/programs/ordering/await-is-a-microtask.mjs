async function f(name) {
  console.log(name, 1);
  await null;
  console.log(name, 2);
  await null;
  console.log(name, 3);
}
f('a');
f('b');
Promise.resolve().then(() => console.log('then 1')).then(() => console.log('then 2'));
console.log('sync');
