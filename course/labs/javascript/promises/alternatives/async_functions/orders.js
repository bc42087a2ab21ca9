// Async functions throughout: whatever is thrown in one is a rejection of its promise.

export const placeOrder = async (shop, id) => {
  const order = await shop.load(id);
  await shop.reserve(order);
  const payment = await shop.charge(order);
  return shop.send(order, payment);
};

export const priceOf = async (shop, item) => {
  try {
    return await shop.quote(item);
  } catch (error) {
    if (error.code === 'NOT_LISTED') return shop.estimate(item);
    throw error;
  }
};

export const packAll = (shop, ids) => Array.fromAsync(ids, (id) => shop.pack(id));

export const withDesk = async (shop, work) => {
  const desk = await shop.open();
  try {
    return await work(desk);
  } finally {
    await desk.close();
  }
};

const counted = async (shop, id) => {
  try {
    await shop.count(id);
  } catch (error) {
    shop.warn(error);
  }
};

export const view = async (shop, id) => {
  void counted(shop, id);
  return shop.load(id);
};
