import mongoose from 'mongoose';

const { Schema } = mongoose;

const options = { toJSON: { virtuals: true } }; // as JSON a document shows its `id` and all other virtuals

const productSchema = new Schema({ name: String, price: Number });

const customerSchema = new Schema({
  name: { type: String, trim: true, required: true, maxLength: 100 },
  email: { type: String, trim: true, lowercase: true, required: true, match: /^[^\s@]+@[^\s@]+$/, unique: true },
}, options);

// What was bought, with the name and the price of that day.
const lineSchema = new Schema({
  product: { type: Schema.Types.ObjectId, required: true },
  name: String,
  price: Number,
  quantity: { type: Number, required: true, min: 1, max: 99, validate: Number.isInteger },
}, { _id: false });

const orderSchema = new Schema({
  customer: { type: Schema.Types.ObjectId, required: true },
  lines: { type: [lineSchema], validate: ({ length }) => length >= 1 && length <= 20 },
  status: { type: String, default: 'open' },
}, options);

orderSchema.virtual('total').get(function () {
  return this.lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
});

const firstOnly = (error, doc, next) => {
  if (error.name === 'ValidationError') {
    const [first] = Object.keys(error.errors);
    error.errors = { [first]: error.errors[first] };
  }
  next(error);
};
customerSchema.post('validate', firstOnly);
orderSchema.post('validate', firstOnly);

export const Product = mongoose.model('Product', productSchema);
export const Customer = mongoose.model('Customer', customerSchema);
export const Order = mongoose.model('Order', orderSchema);
