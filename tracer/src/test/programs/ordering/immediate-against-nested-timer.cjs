setTimeout(() => {
  setTimeout(() => console.log('nested timer'), 1);
  setImmediate(() => console.log('immediate first'));
}, 2);
