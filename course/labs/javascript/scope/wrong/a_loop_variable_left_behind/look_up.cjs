// From an older project.
module.exports = function lookUp(tables, name) {
  for (table of tables) {
    if (table.has(name)) return table;
  }
  return undefined;
};
