import mongoose from 'mongoose';

const { Schema } = mongoose;

const options = { toJSON: { virtuals: true, transform: (doc, json) => { delete json._id; } } };

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

// What is not in the order itself is looked up when it is validated, as long as it is new.
orderSchema.pre('validate', async function () {
  if (!this.isNew) return;
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

export const Product = mongoose.model('Product', productSchema);
export const Customer = mongoose.model('Customer', customerSchema);
export const Order = mongoose.model('Order', orderSchema);
