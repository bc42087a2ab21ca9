// Reflect makes the objects, so that there is one way in; methods stand in literals, with `super`.

export function Parcel(to) {
  const parcel = this instanceof Parcel ? this : Object.create(Parcel.prototype);
  return Object.assign(parcel, { to, items: [] });
}

const parcelMethods = {
  limit: 2_000,
  add(name, grams) {
    this.items.push({ name, grams });
    return this;
  },
  weight() {
    let sum = 0;
    for (const { grams } of this.items) sum += grams;
    return sum;
  },
  fits() {
    return !(this.weight() > this.limit);
  },
  label() {
    return [this.to, `${this.weight()} g`].join(': ');
  },
};
Object.assign(Parcel.prototype, parcelMethods);

export function ColdParcel(to, degrees) {
  if (new.target === undefined) return Reflect.construct(ColdParcel, [to, degrees]);
  const parcel = Reflect.construct(Parcel, [to], new.target);
  parcel.degrees = degrees;
  return parcel;
}

ColdParcel.prototype = {
  __proto__: Parcel.prototype,
  label() {
    return `${super.label()}, below ${this.degrees} °C`;
  },
};
Object.defineProperty(ColdParcel.prototype, 'constructor', {
  value: ColdParcel,
  writable: true,
  configurable: true,
});

export function create(proto, own = {}) {
  const made = Object.create(proto);
  for (const key of Reflect.ownKeys(own)) {
    if (!Object.prototype.propertyIsEnumerable.call(own, key)) continue;
    Object.defineProperty(made, key, {
      value: own[key],
      writable: true,
      enumerable: true,
      configurable: true,
    });
  }
  return made;
}

const above = Object.prototype.isPrototypeOf;

export const instanceOf = (value, constructor) => above.call(constructor.prototype, value);
