const t = setTimeout(() => console.log('refreshed'), 20);
setTimeout(() => t.refresh(), 10);
setTimeout(() => console.log('at 25'), 25);
setTimeout(() => console.log('at 45'), 45);
