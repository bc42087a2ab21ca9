let calls = 0;

async function discover() {
  calls += 1;
  if (calls === 1) throw new Error('away');
  return 'the metadata';
}

let promise;
const remembersThePromise = () => (promise ??= discover());

let result;
const remembersTheResult = async () => (result ??= await discover());

for (const metadata of [remembersThePromise, remembersTheResult]) {
  calls = 0;
  for (const time of ['first', 'second']) {
    const told = await metadata().catch((error) => error.message);
    console.log(`${time}: ${told}`);
  }
}
