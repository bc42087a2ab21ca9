try { x; let x = 1; } catch (e) { console.log(e.name, e.message); }
try { typeof y; const y = 1; } catch (e) { console.log(e.name, e.message); }
try { new C(); class C {} } catch (e) { console.log(e.name, e.message); }
try { (function (a = b, b) {})(); } catch (e) { console.log(e.name, e.message); }
