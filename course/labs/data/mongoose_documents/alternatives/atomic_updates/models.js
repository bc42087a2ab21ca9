import mongoose, { Schema } from 'mongoose';
import { customerSchema, lines, productSchema } from './schemas.js';

export const Product = mongoose.model('Product', productSchema);
export const Customer = mongoose.model('Customer', customerSchema);

export const Order = mongoose.model('Order', new Schema({
  customer: { type: 'ObjectId', required: true },
  lines,
  status: { type: String, enum: ['open', 'paid', 'shipped'], required: true, default: 'open' },
  note: { type: String, maxlength: 200, default: '' },
  history: { type: [{ _id: false, status: String, at: Date }], default: () => [{ status: 'open', at: new Date() }] },
}));
