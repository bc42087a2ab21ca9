import { mock } from 'node:test';

function createDoor({ now, ring }) {
  return {
    async visit(name) {
      if (new Date(now()).getUTCHours() >= 17) return 'shut';
      await ring(name);
      return 'welcome';
    },
  };
}

let time = Date.UTC(2026, 4, 4, 16, 59);
const ring = mock.fn(async () => {});
const door = createDoor({ now: () => time, ring });

console.log(await door.visit('Ann'));
time += 60_000;
console.log(await door.visit('Bob'));
console.log(ring.mock.calls.map((call) => call.arguments));
