import mongoose from 'mongoose';

const { Schema } = mongoose;

const options = { toJSON: { virtuals: true } }; // as JSON a document shows its `id` and all other virtuals

const productSchema = new Schema({ name: String, price: Number });

const customerSchema = new Schema({
  name: String,
  email: String,
}, options);

const orderSchema = new Schema({
  customer: Schema.Types.ObjectId,
  lines: [{ product: Schema.Types.ObjectId, quantity: Number }],
}, options);

export const Product = mongoose.model('Product', productSchema);
export const Customer = mongoose.model('Customer', customerSchema);
export const Order = mongoose.model('Order', orderSchema);
