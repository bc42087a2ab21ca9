const control = new AbortController();
control.signal.addEventListener('abort', () => console.log('aborted', control.signal.reason.name));
console.log(control.signal.aborted);
control.abort();
console.log(control.signal.aborted);
try { control.signal.throwIfAborted(); } catch (e) { console.log(e.name, e.message, e.code); }
const any = AbortSignal.any([AbortSignal.abort('why'), control.signal]);
console.log(any.aborted, any.reason);
