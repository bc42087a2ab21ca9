import mongoose from 'mongoose';
import { Refused } from './refused.js';
import { customerSchema } from './schemas.js';

customerSchema.virtual('orders', { ref: 'Order', localField: '_id', foreignField: 'customer', justOne: false });

customerSchema.loadClass(class {
  static async get(id) {
    const customer = await this.findById(id).populate('orders');
    if (customer === null) throw new Refused(404, `no customer ${id}`);
    return customer;
  }

  toJSON() {
    const { id, name, email } = this;
    return { id, name, email, orders: this.orders?.map((order) => order.short()) };
  }
});

export const Customer = mongoose.model('Customer', customerSchema);
