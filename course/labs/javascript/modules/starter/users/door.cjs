// A user of the library that is a CommonJS module. It can do both.
exports.requires = (name) => require(name);
exports.imports = (name) => import(name);
