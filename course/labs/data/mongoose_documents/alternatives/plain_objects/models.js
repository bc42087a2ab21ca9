import mongoose from 'mongoose';
import { customerSchema, lines, productSchema } from './schemas.js';

const { Schema } = mongoose;

const orderSchema = new Schema(
  {
    customer: { type: Schema.Types.ObjectId, ref: 'Customer', required: true, index: true },
    lines,
    status: { type: String, enum: ['open', 'paid', 'shipped'], required: true, default: 'open' },
    note: { type: String, maxlength: 200, validate: (note) => note !== null, default: '' },
    history: [new Schema({ status: String, at: Date }, { _id: false })],
  },
  { versionKey: 'version', optimisticConcurrency: true },
);

orderSchema.pre('save', function () {
  if (this.isNew || this.isModified('status')) this.history.push({ status: this.status, at: new Date() });
});

export const Product = mongoose.model('Product', productSchema);
export const Customer = mongoose.model('Customer', customerSchema);
export const Order = mongoose.model('Order', orderSchema);
