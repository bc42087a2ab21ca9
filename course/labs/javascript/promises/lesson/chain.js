const later = (text) =>
  new Promise((fulfil) => {
    setTimeout(() => {
      console.log(text);
      fulfil(text);
    }, 10);
  });

const lost = () =>
  later('reserved').then(() => {
    later('charged');
  });

const kept = () => later('reserved').then(() => later('charged'));

console.log('lost gives', await lost());
console.log('kept gives', await kept());
