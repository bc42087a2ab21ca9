import mongoose, { Schema } from 'mongoose';
import { customerSchema, lines, productSchema } from './schemas.js';

customerSchema.virtual('orders', { ref: 'Order', localField: '_id', foreignField: 'customer' });

const historySchema = new Schema({ status: String, at: Date }, { _id: false });

const orderSchema = new Schema(
  {
    customer: { type: Schema.Types.ObjectId, ref: 'Customer', required: true, index: true },
    lines,
    status: { type: String, enum: ['open', 'paid', 'shipped'], required: true, default: 'open' },
    note: { type: String, default: '', validate: (text) => typeof text === 'string' && [...text].length <= 200 },
    history: [historySchema],
  },
  { versionKey: 'version', optimisticConcurrency: true },
);

/** What the lines of an order cost, in whole cents. */
export function totalOf(lines) {
  return lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
}

orderSchema.pre('save', async function () {
  if (this.isNew || this.isModified('status')) {
    this.history.push({ status: this.status, at: new Date() });
  }
});

export const Product = mongoose.model('Product', productSchema);
export const Customer = mongoose.model('Customer', customerSchema);
export const Order = mongoose.model('Order', orderSchema);
