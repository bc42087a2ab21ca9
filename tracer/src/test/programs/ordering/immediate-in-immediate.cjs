setImmediate(() => {
  console.log(1);
  setImmediate(() => console.log(3));
});
setImmediate(() => console.log(2));
