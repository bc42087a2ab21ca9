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
        return;
      }
      const i = begun++;
      Promise.try(task).then(
        (answer) => {
          answers[i] = answer;
          done++;
          next();
          if (over && done === begun) resolve(answers);
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
