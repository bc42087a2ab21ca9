import { Customer, Order } from './models.js';

export const addCustomer = (body) => new Customer().change(body);
export const changeCustomer = async (id, changes) => (await Customer.get(id)).change(changes);
export const findCustomer = (id) => Customer.get(id);

export const placeOrder = (body) => Order.place(body);
export const findOrder = (id) => Order.get(id);
