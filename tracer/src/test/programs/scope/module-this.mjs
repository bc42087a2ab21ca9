console.log(this, (function () { return this; })());
