try { require('./nowhere'); } catch (e) { console.log(e.code, e.message.split('\n')[0].replace(/'.*'/, 'X'), e.requireStack.length); }
try { require('no-such-package'); } catch (e) { console.log(e.code, e.message.split('\n')[0]); }
try { require(''); } catch (e) { console.log(e.code, e.message); }
try { require(5); } catch (e) { console.log(e.code, e.message); }
