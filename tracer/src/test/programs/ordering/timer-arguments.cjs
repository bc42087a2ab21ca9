setTimeout((...all) => console.log(all), 1, 'a', 2);
setImmediate((...all) => console.log(all), 3);
process.nextTick((...all) => console.log(all), 4, 5, 6, 7, 8);
setTimeout(function () { console.log(this.constructor.name, typeof this[Symbol.toPrimitive]()); }, 1);
