// Each task, when it is done, begins the next one.
export function pool(limit, tasks) {
  return new Promise((resolve, reject) => {
    const rest = Iterator.from(tasks);
    const answers = [];
    let begun = 0;
    let done = 0;
    let closed = false;

    function fail(error) {
      closed = true;
      reject(error);
    }

    function begin() {
      if (closed) return;
      const next = rest.next();
      if (next.done) {
        closed = true;
        if (begun === done) resolve(answers);
        return;
      }
      const i = begun++;
      Promise.try(next.value).then((answer) => {
        answers[i] = answer;
        done++;
        if (closed && begun === done) resolve(answers);
        begin();
      }, fail);
    }

    for (let i = 0; i < limit; i++) begin();
  });
}
