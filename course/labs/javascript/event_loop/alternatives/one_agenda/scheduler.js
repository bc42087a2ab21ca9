// Generators all the way: the scheduler is itself one that never ends and is asked for a step at a time.

function* agenda(queue) {
  for (;;) {
    const entry = queue.shift();
    if (entry === undefined) {
      yield false;
      continue;
    }
    let step;
    try {
      step = entry.job.next();
    } catch (error) {
      entry.reject(error);
      yield true;
      continue;
    }
    if (step.done) entry.resolve(step.value);
    else queue.push(entry);
    yield true;
  }
}

export function createScheduler(slice) {
  const queue = [];
  const steps = agenda(queue);
  let next = null;

  const turn = () => {
    next = setImmediate(turn);
    for (let i = 0; i < slice; i++) {
      if (!steps.next().value) break;
    }
    if (queue.length === 0) {
      clearImmediate(next);
      next = null;
    }
  };

  return Object.freeze({
    run: (job) =>
      new Promise((resolve, reject) => {
        queue.push({ job, resolve, reject });
        next ??= setImmediate(turn);
      }),
  });
}
