/** A parcel to somewhere, with items of its own. Works with and without `new`. */
export function Parcel(to) {
  if (!(this instanceof Parcel)) return new Parcel(to);
  this.to = to;
  this.items = [];
}

Parcel.prototype.limit = 2000;

Parcel.prototype.add = function (name, grams) {
  this.items.push({ name, grams });
  return this;
};

Parcel.prototype.weight = function () {
  return this.items.reduce((sum, item) => sum + item.grams, 0);
};

Parcel.prototype.fits = function () {
  return this.weight() <= this.limit;
};

Parcel.prototype.label = function () {
  return `${this.to}: ${this.weight()} g`;
};

/** A parcel that has to stay below some degrees. Works with and without `new`. */
export function ColdParcel(to, degrees) {
  if (!(this instanceof ColdParcel)) return new ColdParcel(to, degrees);
  Parcel.call(this, to);
  this.degrees = degrees;
}

Object.setPrototypeOf(ColdParcel.prototype, Parcel.prototype);

ColdParcel.prototype.label = function () {
  return `${Parcel.prototype.label.call(this)}, below ${this.degrees} °C`;
};

/** Gives a new object with the prototype `proto` and the properties of `own`. */
export function create(proto, own) {
  return { ...proto, ...own };
}

/** Tells whether `constructor.prototype` stands in the prototype chain of `value`. */
export function instanceOf(value, constructor) {
  if (value !== Object(value)) return false;
  let object = Object.getPrototypeOf(value);
  while (object !== null && object !== constructor.prototype) {
    object = Object.getPrototypeOf(object);
  }
  return object !== null;
}
