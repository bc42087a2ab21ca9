function Meter(unit) {
  this.unit = unit;
  this.readings = [];
}

Meter.prototype.read = function (n) {
  this.readings.push(n);
  return this;
};

const water = new Meter('m3');
const power = new Meter('kWh').read(7);
console.log(water.readings, power.readings);
console.log(water.read === power.read, Object.keys(water));
console.log(water.constructor === Meter, Object.hasOwn(water, 'constructor'));
