// As a library of 2013 would do it: Object.create with descriptors, and a helper that inherits.

function hidden(value) {
  return { value, writable: true, configurable: true, enumerable: false };
}

function inherits(constructor, parent, methods) {
  const own = { constructor: hidden(constructor) };
  Object.keys(methods).forEach(function (name) {
    own[name] = hidden(methods[name]);
  });
  constructor.prototype = Object.create(parent.prototype, own);
}

function Parcel(to) {
  if (!Parcel.prototype.isPrototypeOf(this)) {
    return new Parcel(to);
  }
  this.to = to;
  this.items = [];
}

inherits(Parcel, Object, {
  limit: 2000,
  add: function (name, grams) {
    this.items[this.items.length] = { name: name, grams: grams };
    return this;
  },
  weight: function () {
    return this.items
      .map(function (item) {
        return item.grams;
      })
      .reduce(function (a, b) {
        return a + b;
      }, 0);
  },
  fits: function () {
    return this.limit >= this.weight();
  },
  label: function () {
    return this.to + ': ' + this.weight() + ' g';
  },
});

function ColdParcel(to, degrees) {
  if (!ColdParcel.prototype.isPrototypeOf(this)) {
    return new ColdParcel(to, degrees);
  }
  Parcel.apply(this, [to]);
  this.degrees = degrees;
}

inherits(ColdParcel, Parcel, {
  label: function () {
    return Parcel.prototype.label.apply(this) + ', below ' + this.degrees + ' °C';
  },
});

function create(proto, own) {
  const made = { ...own };
  Object.setPrototypeOf(made, proto);
  return made;
}

function instanceOf(value, constructor) {
  if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return false;
  const next = Object.getPrototypeOf(value);
  return next === constructor.prototype || instanceOf(next, constructor);
}

export { ColdParcel, Parcel, create, instanceOf };
