import { place } from './intake.js';
import { Customer, Order } from './models.js';

export const findCustomer = (id) => Customer.get(id);

export const placeOrder = async (body) => (await place(body)).populate('customer');
export const findOrder = (id) => Order.get(id);
export const listOrders = () => Order.find().populate('customer');
export const changeOrder = async (id, version, changes) => (await Order.get(id)).change(version, changes);
