// Parcels without `class`: state in the maker, behaviour behind the link.

/** A parcel to somewhere, with items of its own. */
export function Parcel(to) {
  if (!new.target) return new Parcel(to);
  Object.assign(this, { to, items: [] });
}

Object.assign(Parcel.prototype, {
  limit: 2000,
  add(name, grams) {
    this.items.push({ name, grams });
    return this;
  },
  weight() {
    return this.items.reduce((sum, { grams }) => sum + grams, 0);
  },
  label() {
    return `${this.to}: ${this.weight()} g`;
  },
  fits() {
    return !(this.weight() > this.limit);
  },
});

/** A parcel that has to stay below some degrees. */
export function ColdParcel(to, degrees) {
  return Object.assign(Reflect.construct(Parcel, [to], new.target ?? ColdParcel), { degrees });
}

Object.setPrototypeOf(ColdParcel.prototype, Parcel.prototype);
Object.assign(ColdParcel.prototype, {
  __proto__: Parcel.prototype, // where `super` below begins
  label() {
    return `${super.label()}, below ${this.degrees} °C`;
  },
});

/** Gives a new object with the prototype `proto` and the properties of `own`. */
export const create = (proto, own) => ({ __proto__: proto, ...own });

function* above(object) {
  while ((object = Object.getPrototypeOf(object)) !== null) yield object;
}

/** Tells whether `constructor.prototype` stands in the prototype chain of `value`. */
export const instanceOf = (value, { prototype }) =>
  Object(value) === value && above(value).some((link) => link === prototype);
