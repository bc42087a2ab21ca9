let n = 0;
function spin() { if (n++ < 1000) process.nextTick(spin); else console.log('spun', n); }
setImmediate(() => console.log('immediate waits'));
spin();
