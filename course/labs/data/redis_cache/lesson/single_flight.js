import { setTimeout as sleep } from 'node:timers/promises';

let asked = 0;
async function query(id) {
  asked += 1;
  await sleep(10);
  return `product ${id}`;
}

const underWay = new Map();
function find(id) {
  if (!underWay.has(id)) {
    underWay.set(id, query(id).finally(() => underWay.delete(id)));
  }
  return underWay.get(id);
}

await Promise.all([find(1), find(1), find(2), find(1)]);
console.log('queries:', asked, 'still under way:', underWay.size);
