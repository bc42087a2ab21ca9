try { require('./bad.cjs'); } catch (e) { console.log(e.message); }
try { require('./bad.cjs'); } catch (e) { console.log('runs again', e.message); }
