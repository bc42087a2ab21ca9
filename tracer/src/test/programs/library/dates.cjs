const d = new Date(Date.UTC(2026, 10, 25, 12, 30));
console.log(d.toISOString(), d.getTime(), d.toJSON(), new Date('2026-02-30').getTime(), Date.parse('2026-11-25T00:00:00Z'), d.getUTCDay(), new Date(2026, 0).getMonth(), d > new Date(0));
