import mongoose from 'mongoose';

const { Schema } = mongoose;

const productSchema = new Schema({ name: String, price: Number });

const customerSchema = new Schema({
  name: String,
  email: String,
});

const orderSchema = new Schema({
  customer: { type: Schema.Types.ObjectId, ref: 'Customer' },
  lines: [{ product: Schema.Types.ObjectId, quantity: Number }],
  status: String,
  note: String,
});

export const Product = mongoose.model('Product', productSchema);
export const Customer = mongoose.model('Customer', customerSchema);
export const Order = mongoose.model('Order', orderSchema);
