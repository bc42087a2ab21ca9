import mongoose, { Schema } from 'mongoose';
import { Refused } from './refused.js';
import { lines } from './schemas.js';

const schema = new Schema({
  customer: { type: Schema.Types.ObjectId, ref: 'Customer', required: true },
  lines,
  status: { type: String, default: 'open' },
  note: { type: String, default: '', maxlength: 200 },
  history: { type: [{ status: String, at: Date }], default: () => [{ status: 'open', at: new Date() }] },
});

schema.path('status').validate((status) => ['open', 'paid', 'shipped'].includes(status));

schema.loadClass(class {
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
