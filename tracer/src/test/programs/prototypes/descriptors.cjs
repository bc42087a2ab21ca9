const o = {};
Object.defineProperty(o, 'hidden', { value: 1 });
Object.defineProperty(o, 'computed', { get() { return 2; }, enumerable: true });
console.log(o, Object.keys(o), JSON.stringify(o), Object.getOwnPropertyDescriptors(o));
o.hidden = 5;
console.log(o.hidden);
(() => { 'use strict'; try { o.hidden = 5; } catch (e) { console.log(e.message); } try { o.computed = 1; } catch (e) { console.log(e.message); } try { delete o.hidden; } catch (e) { console.log(e.message); } })();
