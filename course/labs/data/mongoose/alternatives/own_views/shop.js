import mongoose from 'mongoose';
import { Customer, Order, Product } from './models.js';
import { Refused } from './refused.js';
import { CustomerView, OrderView } from './views.js';

const DUPLICATE_KEY = 11000;

/** Adds a customer, and gives it. */
export async function addCustomer(body) {
  const customer = new Customer(pick(body, ['name', 'email']));
  await saveCustomer(customer);
  return CustomerView.short(customer);
}

/** Changes the name, the email or both, and gives the customer. */
export async function changeCustomer(id, changes) {
  const customer = found(await Customer.findById(id), id);
  customer.set(pick(changes, ['name', 'email']));
  await saveCustomer(customer);
  return CustomerView.short(customer);
}

/** A customer. */
export async function findCustomer(id) {
  return CustomerView.short(found(await Customer.findById(id).lean(), id));
}

/** Places an order, and gives it as findOrder does. */
export async function placeOrder(body) {
  const order = new Order({
    customer: body.customer,
    lines: body.lines.map((line) => pick(line, ['product', 'quantity'])),
  });
  // What is no id at all could not be cast, and is not there any more: nobody is asked for it.
  const ids = order.lines.map((line) => line.product).filter(Boolean);
  const [customer, products] = await Promise.all([
    order.customer ? Customer.findById(order.customer).select('_id').lean() : null,
    ids.length > 0 ? Product.find({ _id: { $in: ids } }).lean() : [],
  ]);
  const productsById = new Map(products.map((product) => [String(product._id), product]));

  // The rules of the schema, and what the schema cannot know: all mistakes at once.
  const fields = new Set(await brokenRules(order));
  if (!customer) fields.add('customer');
  order.lines.forEach((line, index) => {
    const product = productsById.get(String(line.product));
    if (product) line.set({ name: product.name, price: product.price });
    else fields.add(`lines.${index}.product`);
  });
  if (fields.size > 0) throw new Refused(422, 'the order breaks a rule', [...fields]);

  await order.save();
  return OrderView.full(order);
}

/** One order, with everything that is known of it. */
export async function findOrder(id) {
  return OrderView.full(found(await Order.findById(id).lean(), id));
}

// Only the index knows for certain that an email is taken.
async function saveCustomer(customer) {
  try {
    await customer.save();
  } catch (error) {
    if (error.code === DUPLICATE_KEY) {
      throw new Refused(409, 'another customer has this email', ['email']);
    }
    throw error;
  }
}

async function brokenRules(document) {
  try {
    await document.validate();
    return [];
  } catch (error) {
    if (error instanceof mongoose.Error.ValidationError) return Object.keys(error.errors);
    throw error;
  }
}

function found(document, id) {
  if (!document) throw new Refused(404, `there is no ${id}`);
  return document;
}

// Nothing but these fields, and only those that were sent.
function pick(body, names) {
  return Object.fromEntries(
    names.filter((name) => Object.hasOwn(body, name)).map((name) => [name, body[name]]),
  );
}
