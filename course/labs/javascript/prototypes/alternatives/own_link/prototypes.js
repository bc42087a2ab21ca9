// Own `create` and `instanceOf` first, and everything else made with them.
import { chain } from './chain.js';

export function create(proto, own) {
  return Object.setPrototypeOf(Object.fromEntries(pairs(own ?? {})), proto);
}

function* pairs(own) {
  for (const key of Reflect.ownKeys(own)) {
    if (Object.getOwnPropertyDescriptor(own, key).enumerable) yield [key, own[key]];
  }
}

export function instanceOf(value, constructor) {
  return [...chain(value)].includes(constructor.prototype);
}

// A constructor runs on what it was given, or on an object made for it.
const self = (given, constructor) =>
  instanceOf(given, constructor) ? given : create(constructor.prototype);

export function Parcel(to) {
  const parcel = self(this, Parcel);
  parcel.to = to;
  parcel.items = new Array();
  return parcel;
}

Parcel.prototype.limit = 2e3;

Parcel.prototype.add = function add(name, grams) {
  this.items = [...this.items, { name, grams }];
  return this;
};

Parcel.prototype.weight = function weight() {
  return this.items.reduce((total, { grams }) => grams + total, 0);
};

Parcel.prototype.label = function label() {
  return `${this.to}: ${this.weight()} g`;
};

Parcel.prototype.fits = function fits() {
  return this.weight() <= this.limit;
};

export function ColdParcel(to, degrees) {
  const parcel = self(this, ColdParcel);
  Parcel.call(parcel, to);
  parcel.degrees = degrees;
  return parcel;
}

Reflect.setPrototypeOf(ColdParcel.prototype, Parcel.prototype);

Object.assign(ColdParcel.prototype, {
  label() {
    return `${Parcel.prototype.label.call(this)}, below ${this.degrees} °C`;
  },
});
