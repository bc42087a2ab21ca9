import mongoose, { Schema } from 'mongoose';
import { customerSchema, lines, productSchema } from './schemas.js';

const orderSchema = new Schema({
  customer: { type: Schema.Types.ObjectId, required: true },
  lines,
  status: { type: String, required: true, enum: ['open', 'paid', 'shipped'], default: 'open' },
  note: { type: String, maxLength: 200, default: '' },
}, { toJSON: { virtuals: true } });

orderSchema.virtual('total').get(function () {
  return this.lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
});

export const Product = mongoose.model('Product', productSchema);
export const Customer = mongoose.model('Customer', customerSchema);
export const Order = mongoose.model('Order', orderSchema);
