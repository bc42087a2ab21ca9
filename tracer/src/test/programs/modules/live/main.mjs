import { count, up } from './counter.mjs';
import * as ns from './counter.mjs';
console.log(count, up(), count, ns.count, ns);
try { ns.count = 5; } catch (e) { console.log(e.name, e.message); }
try { count++; } catch (e) { console.log(e.name, e.message); }
