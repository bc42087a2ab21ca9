// Plain objects in and out; a change is one update, with the validators of what is in it.
import { Customer, Order, Product } from './models.js';
import { Refused } from './refused.js';

const gone = () => new Refused(404, 'not found');
const total = (lines) => lines.map((line) => line.price * line.quantity).reduce((a, b) => a + b, 0);
const showCustomer = ({ _id, name, email }) => ({ id: _id, name, email });
const showOrder = ({ _id, __v, ...order }) => ({ ...order, id: _id, total: total(order.lines) });

function only(object, ...names) {
  return Object.fromEntries(names.filter((name) => name in object).map((name) => [name, object[name]]));
}

async function uniquely(work) {
  try {
    return await work();
  } catch (error) {
    if (error.code === 11000) throw new Refused(409, 'somebody has this email');
    throw error;
  }
}

export async function addCustomer(body) {
  return showCustomer(await uniquely(() => Customer.create(only(body, 'name', 'email'))));
}

export async function changeCustomer(_id, changes) {
  const options = { runValidators: true, returnDocument: 'after', lean: true };
  const update = { $set: only(changes, 'name', 'email') };
  try {
    const customer = await uniquely(() => Customer.findOneAndUpdate({ _id }, update, options));
    if (!customer) throw gone();
    return showCustomer(customer);
  } catch (error) {
    if (error.name === 'CastError') throw new Refused(422, error.message, [error.path]);
    throw error;
  }
}

export async function findCustomer(id) {
  const customer = await Customer.findById(id).lean();
  if (!customer) throw gone();
  return showCustomer(customer);
}

export async function placeOrder({ customer, lines }) {
  const [products, known] = await Promise.all([
    Product.find({ _id: { $in: lines.map((line) => line.product).filter((id) => /^\w{24}$/.test(id)) } }).lean(),
    Customer.findById(/^[0-9a-f]{24}$/.test(customer) ? customer : null).lean(),
  ]);
  const byId = Object.groupBy(products, (product) => product._id);
  const order = new Order({
    customer,
    status: 'open',
    lines: lines.map(({ product, quantity }) => {
      const [{ name, price } = {}] = byId[product] ?? [];
      return { product, quantity, name, price };
    }),
  });
  const wrong = new Set(Object.keys((await order.validate().catch((error) => error))?.errors ?? {}));
  if (!known) wrong.add('customer');
  if (lines.length === 0 || lines.length > 20) wrong.add('lines');
  lines.forEach(({ product }, i) => {
    if (!byId[product]) wrong.add(`lines.${i}.product`);
  });
  if (wrong.size > 0) throw new Refused(422, 'the order is wrong', [...wrong]);
  await order.save({ validateBeforeSave: false });
  return showOrder(order.toObject());
}

export async function findOrder(id) {
  const order = await Order.findById(id).lean();
  if (!order) throw gone();
  return showOrder(order);
}
