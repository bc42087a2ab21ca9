const t = new EventTarget();
t.addEventListener('ping', (e) => console.log(e.type, e.detail, e.target === t, e instanceof Event), { once: true });
t.addEventListener('ping', { handleEvent(e) { console.log('object', e.defaultPrevented); } });
t.dispatchEvent(new CustomEvent('ping', { detail: 5 }));
console.log(t.dispatchEvent(new Event('ping', { cancelable: true })));
