let shared = 0;
const inc = () => ++shared, read = () => shared;
inc(); inc();
console.log(read());
