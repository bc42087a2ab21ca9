import mongoose from 'mongoose';

const { Schema } = mongoose;

// As JSON a document shows its virtuals, `id` and `total` among them, and not `_id`.
const toJSON = { virtuals: true, transform: (doc, json) => { delete json._id; } };

const productSchema = new Schema({ name: String, price: Number });

const customerSchema = new Schema({
  name: { type: String, trim: true, required: true, maxLength: 100 },
  email: { type: String, trim: true, lowercase: true, required: true, match: /^[^\s@]+@[^\s@]+$/, unique: true },
}, { toJSON });

customerSchema.virtual('orders', { ref: 'Order', localField: '_id', foreignField: 'customer' });

// What was bought, with the name and the price of that day.
const lineSchema = new Schema({
  product: { type: Schema.Types.ObjectId, ref: 'Product', required: true },
  name: String,
  price: Number,
  quantity: { type: Number, required: true, min: 1, max: 99, validate: Number.isInteger },
}, { _id: false, id: false });

const changeSchema = new Schema({ status: String, at: { type: Date, default: Date.now } }, { _id: false, id: false });

const orderSchema = new Schema({
  customer: { type: Schema.Types.ObjectId, ref: 'Customer', required: true },
  lines: { type: [lineSchema], validate: ({ length }) => length >= 1 && length <= 20 },
  status: { type: String, required: true, enum: ['open', 'paid', 'shipped'], default: 'open' },
  note: { type: String, maxLength: 200, default: '' },
  history: [changeSchema],
}, { toJSON, versionKey: 'version', optimisticConcurrency: true });

export const totalOf = (lines) => lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);

orderSchema.virtual('total').get(function () {
  return totalOf(this.lines);
});

orderSchema.pre('validate', async function () {
  const [products, customer] = await Promise.all([
    Product.find({ _id: { $in: this.lines.map(({ product }) => product) } }).lean(),
    Customer.exists({ _id: this.customer }),
  ]);
  if (!customer) this.invalidate('customer', 'there is no such customer');
  this.lines.forEach((line, i) => {
    const product = products.find(({ _id }) => _id.equals(line.product));
    if (!product) return this.invalidate(`lines.${i}.product`, 'there is no such product');
    line.set({ name: product.name, price: product.price });
  });
});

orderSchema.pre('save', function () {
  if (this.isNew || this.isModified('status')) this.history.push({ status: this.status });
});

export const Product = mongoose.model('Product', productSchema);
export const Customer = mongoose.model('Customer', customerSchema);
export const Order = mongoose.model('Order', orderSchema);
