const animal = { kind: 'animal', speak() { return `${this.name} is an ${this.kind}`; } };
const dog = Object.create(animal, { name: { value: 'Rex', enumerable: true } });
console.log(dog.speak(), dog, Object.getPrototypeOf(dog) === animal, animal.isPrototypeOf(dog));
dog.kind = 'dog';
console.log(dog.speak(), animal.kind, Object.hasOwn(dog, 'kind'), 'speak' in dog);
delete dog.kind;
console.log(dog.kind);
