function work(name, millis) {
  console.log('begin', name);
  return new Promise((resolve) => {
    setTimeout(() => {
      console.log('end', name);
      resolve(name);
    }, millis);
  });
}

const promises = [work('slow', 500), work('fast', 10)];
console.log('nobody has called race yet');
console.log('race:', await Promise.race(promises));
