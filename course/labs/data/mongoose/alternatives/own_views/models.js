import mongoose from 'mongoose';

const { Schema } = mongoose;
const { ObjectId } = Schema.Types;

const characters = (text) => [...text].length;

/** A validator for texts; Mongoose hands null to it, too. */
const atMost = (max) => ({
  validator: (text) => typeof text === 'string' && characters(text) <= max,
  message: `{PATH} has at most ${max} characters`,
});

const productSchema = new Schema({ name: String, price: Number });

const customerSchema = new Schema(
  {
    name: { type: String, trim: true, required: true, validate: atMost(100) },
    email: {
      type: String,
      trim: true,
      lowercase: true,
      required: true,
      match: /^[^\s@]+@[^\s@]+$/,
      unique: true, // an index: see saveCustomer in shop.js
    },
  },
  { versionKey: false },
);

// A line keeps name and price of the product as they were when the order was placed.
const lineSchema = new Schema(
  {
    product: { type: ObjectId, required: true },
    name: String,
    price: Number,
    quantity: {
      type: Number,
      required: true,
      min: 1,
      max: 99,
      validate: { validator: Number.isInteger, message: '{PATH} is a whole number' },
    },
  },
  { _id: false },
);

const orderSchema = new Schema(
  {
    customer: { type: ObjectId, required: true, index: true },
    lines: {
      type: [lineSchema],
      validate: {
        validator: (lines) => lines.length >= 1 && lines.length <= 20,
        message: 'an order has 1 to 20 lines',
      },
    },
    status: { type: String, default: 'open' },
  },
  { versionKey: false },
);

/** What the lines of an order cost, in whole cents. */
export function totalOf(lines) {
  return lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
}

export const Product = mongoose.model('Product', productSchema);
export const Customer = mongoose.model('Customer', customerSchema);
export const Order = mongoose.model('Order', orderSchema);
