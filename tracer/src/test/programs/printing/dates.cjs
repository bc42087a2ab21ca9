console.log(new Date(0), [new Date(1e12)], new Date(NaN), { d: new Date(86400000) });
console.log(String(new Date(NaN)), new Date(0).toISOString(), JSON.stringify({ d: new Date(0) }));
