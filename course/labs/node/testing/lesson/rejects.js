import assert from 'node:assert/strict';

const withdraw = async (amount) => amount; // it should refuse 0

process.on('unhandledRejection', (error) => console.log('too late:', error.message));

async function refusesNothing() {
  assert.rejects(withdraw(0), { code: 'ERR_AMOUNT' });
}

await refusesNothing();
console.log('passed');
