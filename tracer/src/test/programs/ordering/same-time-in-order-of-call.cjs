for (let i = 0; i < 5; i++) setTimeout(() => {
  console.log('timer', i);
  Promise.resolve().then(() => console.log('after', i));
}, 7);
