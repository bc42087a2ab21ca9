import mongoose, { Schema } from 'mongoose';

export const Product = mongoose.model('Product', new Schema({ name: String, price: Number }));

export const Customer = mongoose.model('Customer', new Schema({
  name: { type: String, required: [true, 'a name is needed'], trim: true, maxlength: 100 },
  email: {
    type: String,
    required: [true, 'an email is needed'],
    trim: true,
    lowercase: true,
    match: [/^[^\s@]+@[^\s@]+$/, '{VALUE} is no email'],
  },
}).index({ email: 1 }, { unique: true }));

const Line = new Schema({
  product: { type: 'ObjectId', required: true },
  name: { type: String, required: true },
  price: { type: Number, required: true },
  quantity: {
    type: Number,
    required: true,
    validate: (n) => Number.isInteger(n) && n > 0 && n < 100,
  },
}, { _id: false });

export const Order = mongoose.model('Order', new Schema({
  customer: { type: 'ObjectId', required: true },
  lines: [Line],
  status: { type: String, enum: ['open'], required: true },
}));
