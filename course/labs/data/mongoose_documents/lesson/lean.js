import mongoose, { Schema } from 'mongoose';

const basketSchema = new Schema({ prices: [Number] });
basketSchema.virtual('total').get(function () {
  return this.prices.reduce((sum, price) => sum + price, 0);
});
const Basket = mongoose.model('Basket', basketSchema);

const stored = { prices: [100, 250] }; // what the driver gives, and `lean()` with it
const document = Basket.hydrate(stored); // what a query without `lean()` makes of it
console.log(stored.total, document.total, 'total' in document.toObject());
