setTimeout(() => console.log('never'), 50).unref();
setTimeout(() => console.log('last'), 5);
