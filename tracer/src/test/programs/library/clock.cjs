const t = Date.now(), h = process.hrtime.bigint();
setTimeout(() => { console.log(Date.now() - t >= 49, Date.now() - t < 400, process.hrtime.bigint() - h > 40000000n, process.uptime() > 0.04); }, 50);
