const { performance, PerformanceObserver } = require('perf_hooks');
const a = performance.now();
setTimeout(() => { const d = performance.now() - a; console.log(d >= 19 && d < 200, typeof performance.timeOrigin, performance.toJSON !== undefined); }, 20);
performance.mark('m'); performance.mark('n');
console.log(performance.measure('x', 'm', 'n').name, performance.getEntriesByType('mark').length, performance.getEntriesByName('m')[0].entryType);
