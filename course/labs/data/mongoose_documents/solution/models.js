import mongoose, { Schema } from 'mongoose';
import { customerSchema, lines, productSchema } from './schemas.js';

customerSchema.virtual('orders', { ref: 'Order', localField: '_id', foreignField: 'customer' });

const stateSchema = new Schema({ status: String, at: { type: Date, default: Date.now } }, { _id: false });

const orderSchema = new Schema({
  customer: { type: Schema.Types.ObjectId, ref: 'Customer', required: true },
  lines,
  status: { type: String, required: true, enum: ['open', 'paid', 'shipped'], default: 'open' },
  note: { type: String, maxLength: 200, default: '' },
  history: [stateSchema],
}, { toJSON: { virtuals: true }, versionKey: 'version', optimisticConcurrency: true });

export const totalOf = (lines) => lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);

orderSchema.virtual('total').get(function () {
  return totalOf(this.lines);
});

orderSchema.pre('save', function () {
  if (this.isNew || this.isModified('status')) this.history.push({ status: this.status });
});

export const Product = mongoose.model('Product', productSchema);
export const Customer = mongoose.model('Customer', customerSchema);
export const Order = mongoose.model('Order', orderSchema);
