import mongoose, { Schema } from 'mongoose';
import { Customer } from './customer.js';
import { Refused } from './refused.js';

export const Product = mongoose.model('Product', new Schema({ name: String, price: Number }));

const line = new Schema({
  product: {
    type: Schema.Types.ObjectId,
    required: true,
  },
  name: String,
  price: Number,
  quantity: { type: Number, required: true, min: 1, max: 99, validate: (n) => n % 1 === 0 },
});

const schema = new Schema({
  customer: {
    type: Schema.Types.ObjectId,
    ref: 'Customer',
    required: true,
    validate: async function (id) {
      return !this.isNew || (await Customer.countDocuments({ _id: id })) === 1;
    },
  },
  lines: [line],
  status: { type: String, default: 'open' },
  note: { type: String, default: '', maxlength: 200 },
  history: { type: [{ status: String, at: Date }], default: () => [{ status: 'open', at: new Date() }] },
});

schema.path('lines').validate((lines) => lines.length > 0 && lines.length < 21, 'between 1 and 20 lines');
schema.path('status').validate((status) => ['open', 'paid', 'shipped'].includes(status));

schema.loadClass(class {
  static async place({ customer, lines }) {
    const order = new this({ customer, lines: lines.map(({ product, quantity }) => ({ product, quantity })) });
    const ids = new Set(order.lines.map((each) => String(each.product)));
    const known = new Map();
    for (const product of await Product.find().where('_id').in([...ids].filter((id) => id.length === 24))) {
      known.set(product.id, product);
    }
    for (const [i, each] of order.lines.entries()) {
      const product = known.get(String(each.product));
      if (product) Object.assign(each, { name: product.name, price: product.price });
      else order.invalidate(`lines.${i}.product`, 'unknown');
    }
    await order.save();
    return order.populate('customer');
  }

  static async get(id) {
    const order = await this.findById(id).populate('customer');
    if (order === null) throw new Refused(404, `no order ${id}`);
    return order;
  }

  get total() {
    let sum = 0;
    for (const each of this.lines) sum += each.price * each.quantity;
    return sum;
  }

  async change(version, { status, note }) {
    if (this.__v !== version) throw new Refused(409, `this is version ${this.__v}`);
    if (status !== undefined && status !== this.status) {
      this.status = status;
      this.history.push({ status, at: Date.now() });
    }
    if (note !== undefined) this.note = note;
    this.increment(); // the version is compared and counted up, whatever has changed
    try {
      return await this.save();
    } catch (error) {
      if (!(error instanceof mongoose.Error.VersionError)) throw error;
      throw new Refused(409, 'another change was faster');
    }
  }

  short() {
    return { id: this.id, status: this.status, total: this.total };
  }

  toJSON() {
    const { customer, lines, note, history, __v: version } = this;
    return { ...this.short(), customer: { id: customer.id, name: customer.name }, lines, note, history, version };
  }
});

export const Order = mongoose.model('Order', schema);
