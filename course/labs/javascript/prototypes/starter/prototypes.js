// Parcels, written in a hurry: what should belong to one parcel is shared, and what should be shared is copied.

/** A parcel to somewhere, with items of its own. */
export function Parcel(to) {
  this.to = to;
  this.limit = 2000; // how would one change it for all parcels?
  this.add = function (name, grams) {
    this.items.push({ name, grams });
    return this;
  };
}

Parcel.prototype.items = []; // whose items?

Parcel.prototype.weight = function () {
  return 0;
};

Parcel.prototype.fits = function () {
  return true;
};

Parcel.prototype.label = function () {
  return `${this.to}: ${this.weight()} g`;
};

/** A parcel that has to stay below some degrees. */
export function ColdParcel(to, degrees) {
  this.to = to;
  this.degrees = degrees;
}

Object.assign(ColdParcel.prototype, Parcel.prototype); // a copy is no link

/** Gives a new object with the prototype `proto` and the properties of `own`. */
export function create(proto, own) {
  return { ...proto, ...own };
}

/** Tells whether `constructor.prototype` stands in the prototype chain of `value`. */
export function instanceOf(value, constructor) {
  return value.constructor === constructor;
}
