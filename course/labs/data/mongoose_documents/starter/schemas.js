import { Schema } from 'mongoose';

export const productSchema = new Schema({ name: String, price: Number });

export const customerSchema = new Schema({
  name: { type: String, trim: true, required: true, maxLength: 100 },
  email: { type: String, trim: true, lowercase: true, required: true, match: /^[^\s@]+@[^\s@]+$/, unique: true },
}, { toJSON: { virtuals: true } });

// What was bought, with the name and the price of that day.
const lineSchema = new Schema({
  product: { type: Schema.Types.ObjectId, required: true },
  name: String,
  price: Number,
  quantity: { type: Number, required: true, min: 1, max: 99, validate: Number.isInteger },
}, { _id: false });

export const lines = { type: [lineSchema], validate: ({ length }) => length >= 1 && length <= 20 };
