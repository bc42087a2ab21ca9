import { Customer, Order, Product } from './models.js';
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
  const order = new Order({ customer, lines: lines.map(({ product, quantity }) => ({ product, quantity })) });
  const known = await Customer.exists({ _id: customer });
  if (!known) order.invalidate('customer', 'there is no such customer');
  const products = await Product.find({ _id: { $in: lines.map(({ product }) => product) } });
  order.lines.forEach((line, i) => {
    const product = products.find(({ _id }) => _id.equals(line.product));
    if (product) line.set({ name: product.name, price: product.price });
    else order.invalidate(`lines.${i}.product`, 'there is no such product');
  });
  return order.save(); // validates, and refuses with all that was found
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
