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
    required: true,
    validate: async (id) => (await Customer.countDocuments({ _id: id })) === 1,
  },
  lines: [line],
  status: { type: String, default: 'open' },
});

schema.path('lines').validate((lines) => lines.length > 0 && lines.length < 21, 'between 1 and 20 lines');

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
    return order.save();
  }

  static async get(id) {
    const order = await this.findById(id);
    if (order === null) throw new Refused(404, `no order ${id}`);
    return order;
  }

  get total() {
    let sum = 0;
    for (const each of this.lines) sum += each.price * each.quantity;
    return sum;
  }

  toJSON() {
    const { id, customer, status, lines, total } = this;
    return { id, customer, status, lines, total };
  }
});

export const Order = mongoose.model('Order', schema);
