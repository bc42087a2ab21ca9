import { Customer, Order } from './models.js';
import { Refused } from './refused.js';

const TAKEN = 11000; // what MongoDB says where a unique index refuses

export async function addCustomer({ name, email }) {
  return saved(new Customer({ name, email }));
}

export async function changeCustomer(id, changes) {
  const customer = found(await Customer.findById(id));
  const { name = customer.name, email = customer.email } = changes;
  return saved(customer.set({ name, email }));
}

export async function findCustomer(id) {
  return found(await Customer.findById(id));
}

export async function placeOrder({ customer, lines }) {
  return new Order({ customer, lines: lines.map(({ product, quantity }) => ({ product, quantity })) }).save();
}

export async function findOrder(id) {
  return found(await Order.findById(id));
}

function found(document) {
  if (!document) throw new Refused(404, 'there is no such document');
  return document;
}

async function saved(customer) {
  try {
    return await customer.save();
  } catch (error) {
    throw error.code === TAKEN ? new Refused(409, 'another customer has this email') : error;
  }
}
