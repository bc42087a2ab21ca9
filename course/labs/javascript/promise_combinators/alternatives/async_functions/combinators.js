// Async functions as far as they go; the one place where several promises meet is `race`.

const promised = async (item) => item;

export const race = (items) =>
  new Promise((resolve, reject) => {
    for (const item of items) promised(item).then(resolve, reject);
  });

export const all = async (items) => {
  const started = Array.from(items, promised);
  const failure = new Promise((_, reject) => {
    for (const each of started) each.catch(reject);
  });
  const values = [];
  for (const each of started) values.push(await race([each, failure]));
  return values;
};

const outcome = async (item) => {
  try {
    return { status: 'fulfilled', value: await item };
  } catch (reason) {
    return { status: 'rejected', reason };
  }
};

export const allSettled = async (items) => all(Array.from(items, outcome));

export const any = async (items) => {
  const swapped = Array.from(items, async (item) => {
    const { status, value, reason } = await outcome(item);
    if (status === 'fulfilled') throw { value };
    return reason;
  });
  let errors;
  try {
    errors = await all(swapped);
  } catch ({ value }) {
    return value;
  }
  throw new AggregateError(errors, 'nobody was fulfilled');
};
