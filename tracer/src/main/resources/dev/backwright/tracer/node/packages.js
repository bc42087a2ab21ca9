'use strict';
// The binding modules: package.json files, found from a path upwards.

const disk = node.piece('disk');

const readings = new Map();

const text = (value) => value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value);

function invalid(path, base, specifier, error) {
  const { ERR_INVALID_PACKAGE_CONFIG } = node.internal('internal/errors').codes;
  throw new ERR_INVALID_PACKAGE_CONFIG(path, base && `"${specifier}" from ${base}`, error.message);
}

/** As Node's native side gives it: name, main, type, imports, exports, path; undefined if there is no such file. */
function read(path, isESM, base, specifier) {
  if (readings.has(path)) return readings.get(path);
  const entry = disk.look(path);
  if (!entry || entry.folder) return undefined;
  let json;
  try {
    json = JSON.parse(host.utf8Slice(entry.bytes));
  } catch (error) {
    invalid(path, base, specifier, error);
  }
  const string = (value) => typeof value === 'string' ? value : undefined;
  const type = json.type === 'module' || json.type === 'commonjs' ? json.type : 'none';
  const parts = [string(json.name), string(json.main), type, text(json.imports), text(json.exports), path];
  readings.set(path, parts);
  return parts;
}

/** The nearest one at or above a folder; no package reaches over its own node_modules. */
function nearest(checked) {
  for (let folder = checked.slice(0, checked.lastIndexOf('/')); ; folder = folder.slice(0, folder.lastIndexOf('/'))) {
    if (folder.endsWith('/node_modules')) return undefined;
    const found = read(`${folder}/package.json`);
    if (found) return found;
    if (folder === '') return undefined;
  }
}

const pathOf = (url) => node.internal('internal/url').fileURLToPath(url);

function scope(url) {
  return nearest(pathOf(url)) ?? '/package.json';
}

function typeOf(found) {
  return found && found[2] !== 'none' ? found[2] : undefined;
}

module.exports = {
  modules: (binding) => Object.assign(binding, {
    readPackageJSON: read,
    getNearestParentPackageJSON: nearest,
    getNearestParentPackageJSONType: (path) => typeOf(nearest(path)) ?? 'none',
    getPackageScopeConfig: scope,
    getPackageType: (url) => typeOf(nearest(pathOf(url))),
    enableCompileCache: () => [0],
    getCompileCacheDir: () => undefined,
    flushCompileCache() {},
    getCompileCacheEntry: () => undefined,
    saveCompileCacheEntry() {},
    setLazyPathHelpers(meta, url) {
      const filename = pathOf(url);
      meta.dirname = filename.slice(0, filename.lastIndexOf('/')) || '/';
      meta.filename = filename;
    },
  }),
};
