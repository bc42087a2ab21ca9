import mongoose, { Schema } from 'mongoose';
import { Refused } from './refused.js';

const schema = new Schema({
  name: String,
  email: { type: String, index: { unique: true }, set: (text) => (typeof text === 'string' ? text.trim().toLowerCase() : text) },
});

schema.path('name').trim(true).required(true).maxlength(100);
schema.path('email').required(true).validate(function (text) {
  return !/\s/.test(text) && text.split('@').length === 2 && text.split('@').every(Boolean);
});

schema.loadClass(class {
  static async get(id) {
    const customer = await this.findById(id);
    if (customer === null) throw new Refused(404, `no customer ${id}`);
    return customer;
  }

  async change(fields) {
    for (const field of ['name', 'email']) {
      if (Object.hasOwn(fields, field)) this[field] = fields[field];
    }
    try {
      return await this.save();
    } catch (error) {
      if (error.code !== 11000) throw error;
      throw new Refused(409, `${this.email} is taken`, ['email']);
    }
  }

  toJSON() {
    const { id, name, email } = this;
    return { id, name, email };
  }
});

export const Customer = mongoose.model('Customer', schema);
