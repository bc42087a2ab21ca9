const account = { balance: 100 };

const read = async () => account.balance;
const write = async (balance) => { account.balance = balance; };

async function withdraw(amount) {
  const balance = await read();
  await write(balance - amount);
}

await Promise.all([withdraw(30), withdraw(30)]);
console.log('taken 60, left', account.balance);
