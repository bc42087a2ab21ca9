exports.a = 1;
console.log(module.exports === exports, module.exports, require.main === module, module.id, typeof require.resolve, module.children.length);
console.log(__filename.endsWith('exports.cjs'), __dirname.endsWith('modules'), module.paths.length > 0);
