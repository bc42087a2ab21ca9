/** Runs tasks, at most `limit` at the same time; gives their answers in the order of `tasks`. */
export function pool(limit, tasks) {
  return new Promise((resolve, reject) => {
    const iterator = tasks[Symbol.iterator]();
    const answers = [];
    let begun = 0;
    let done = 0;
    let over = false;

    function next() {
      if (over) return;
      const { value: task, done: none } = iterator.next();
      if (none) {
        over = true;
        if (done === begun) resolve(answers);
        return;
      }
      const i = begun++;
      Promise.resolve(task()).then(
        (answer) => {
          answers[i] = answer;
          done++;
          if (over && done === begun) resolve(answers);
          next();
        },
        (error) => {
          over = true;
          reject(error);
        },
      );
    }

    for (let i = 0; i < limit; i++) next();
  });
}
