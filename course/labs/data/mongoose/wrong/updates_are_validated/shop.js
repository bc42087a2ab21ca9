import { Customer, Order, Product } from './models.js';
import { Refused } from './refused.js';

const TAKEN = 11000; // what MongoDB says where a unique index refuses

export async function addCustomer({ name, email }) {
  return saved(new Customer({ name, email }));
}

export async function changeCustomer(id, changes) {
  const options = { returnDocument: 'after' };
  return found(await uniquely(Customer.findByIdAndUpdate(id, only(changes), options)));
}

export async function findCustomer(id) {
  return found(await Customer.findById(id));
}

export async function placeOrder({ customer, lines }) {
  const order = new Order({ customer, lines: lines.map(({ product, quantity }) => ({ product, quantity })) });
  const known = await Customer.exists({ _id: order.customer });
  if (!known) order.invalidate('customer', 'there is no such customer');
  const products = await Product.find({ _id: { $in: order.lines.map(({ product }) => product) } });
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

const only = ({ name, email }) => JSON.parse(JSON.stringify({ name, email }));

const saved = (customer) => uniquely(customer.save());

async function uniquely(work) {
  try {
    return await work;
  } catch (error) {
    throw error.code === TAKEN ? new Refused(409, 'another customer has this email') : error;
  }
}
