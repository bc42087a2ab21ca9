// Lookup goes up, writing stays below.
const animal = { legs: 4, describe() { return `${this.name} has ${this.legs} legs`; } };
const bird = Object.create(animal, { legs: { value: 2, writable: true, enumerable: true } });
const robin = Object.assign(Object.create(bird), { name: 'Robin' });
console.log(robin.describe(), Object.hasOwn(robin, 'legs'), 'legs' in robin);
robin.legs = 1;
console.log(robin.describe(), bird.legs, delete robin.legs, robin.legs);
const seen = [];
for (const key in robin) seen.push(key);
console.log(seen, Object.keys(robin), animal.isPrototypeOf(robin));
Object.setPrototypeOf(bird, null);
try { robin.describe(); } catch (e) { console.log(e.name, e.message); }
console.log(robin instanceof Object, Object.getPrototypeOf(bird));
