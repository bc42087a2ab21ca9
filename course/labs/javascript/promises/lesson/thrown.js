const load = (id) => {
  if (id < 1) throw new RangeError('no such order');
  return Promise.resolve(`order ${id}`);
};

try {
  load(0).catch(() => console.log('never printed'));
} catch (error) {
  console.log('thrown:', error.message);
}
Promise.try(() => load(0)).catch((error) => console.log('rejected:', error.message));
