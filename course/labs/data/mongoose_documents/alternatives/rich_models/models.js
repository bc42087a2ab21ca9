import mongoose from 'mongoose';
import { productSchema } from './schemas.js';

export * from './customer.js';
export * from './order.js';
export const Product = mongoose.model('Product', productSchema);
