let n = 0;
const id = setInterval(() => {
  console.log('beat', ++n);
  if (n === 3) clearInterval(id);
}, 4);
