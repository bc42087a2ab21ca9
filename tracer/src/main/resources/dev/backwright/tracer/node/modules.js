'use strict';
// The bindings contextify and module_wrap: CommonJS files become functions, ES modules become records of GraalJS's, linked as Node's own loader says.

const { modules } = node.piece('packages');
const { cjs_lexer } = node.piece('cjs_names');

const CJS_PARAMETERS = 'exports, require, module, __filename, __dirname';

function canBeModule(source, name) {
  try {
    host.parseModule(source, `${name}`);
    return true;
  } catch {
    return false;
  }
}

function sourceMapURL(source) {
  return /\/\/[#@] sourceMappingURL=(\S+)\s*$/.exec(source)?.[1];
}

/** Gives a syntax error the lines that Node shows above it; `before` is how much stands before the text on its first line. */
function decorate(error, source, path, before) {
  const position = host.syntaxPosition(error);
  if (!position) return;
  const [, line, column] = position;
  const at = line === 1 ? Math.max(0, column - before) : column;
  error[node.privateSymbols.arrow_message_private_symbol] = `${path}:${line}\n${source.split('\n')[line - 1] ?? ''}\n${' '.repeat(at)}^\n`;
}

function compileFunctionForCJSLoader(source, path, single, detect) {
  try {
    const compiled = host.compileFunction(source, path, CJS_PARAMETERS);
    return { canParseAsESM: false, sourceMapURL: sourceMapURL(source), sourceURL: undefined, function: compiled };
  } catch (error) {
    decorate(error, source, path, `(function (${CJS_PARAMETERS}) {`.length);
    if (detect && canBeModule(source, path)) return { canParseAsESM: true, sourceMapURL: undefined, sourceURL: undefined, function: undefined };
    throw error;
  }
}

function containsModuleSyntax(source, path) {
  try {
    host.compileFunction(source, path, CJS_PARAMETERS);
    return false;
  } catch {
    return canBeModule(source, path);
  }
}

/** Node's library runs a script `this` in a fresh context to get at intrinsics that no program has touched; there is one context here. */
class ContextifyScript {
  constructor(code) {
    if (code !== 'this') throw new Error('The recorder cannot run programs that use node:vm; run it in real Node instead: ./backwright run.');
  }
  runInContext() { return globalThis; }
}

/** The first top-level `await` in a module's text. */
node.awaitPosition = (wrap) => {
  const { Parser } = node.internal('internal/deps/acorn/acorn/dist/acorn');
  const { simple, base } = node.internal('internal/deps/acorn/acorn-walk/dist/walk');
  const found = [];
  const tree = Parser.parse(wrap.source, { ecmaVersion: 'latest', sourceType: 'module', locations: true });
  simple(tree, { AwaitExpression: (expression) => found.push(expression.loc.start) }, { ...base, Function() {} });
  found.sort((a, b) => a.line - b.line || a.column - b.column);
  const [start] = found;
  return start && [wrap.url, start.line, start.column, wrap.source.split('\n')[start.line - 1]];
};

const contextify = (binding) => Object.assign(binding, { compileFunctionForCJSLoader, containsModuleSyntax, ContextifyScript, makeContext(context) {
    context[node.privateSymbols.contextify_context_private_symbol] = context;
    return context;
  },
});

function parsed(source, url) {
  try {
    return host.parseModule(source, url);
  } catch (error) {
    decorate(error, source, url, 0);
    throw error;
  }
}

/** By the number of its record, every module that was made. */
const wraps = new Map();

function moduleWrap(binding) {
  const { kUninstantiated, kInstantiating, kInstantiated, kEvaluating, kEvaluated, kErrored, kEvaluationPhase } = binding;
  const STATUS = { New: kUninstantiated, Unlinked: kUninstantiated, Linking: kInstantiating, Linked: kInstantiated, Evaluating: kEvaluating, EvaluatingAsync: kEvaluated,
    Evaluated: kEvaluated, Errored: kErrored };

  class ModuleWrap {
    #record;
    #requests;
    #linked = [];

    /** Of a text (then `third` is the source), or synthetic (then it is the names, and `fourth` is what gives them their values). */
    constructor(url, context, third, fourth, column, hostDefined) {
      this.url = url;
      if (typeof third === 'string') {
        this.#record = parsed(third, url);
        this.hostDefined = hostDefined;
        this.source = third;
        this.sourceMapURL = sourceMapURL(third);
      } else {
        this.#record = host.syntheticModule(url, third, () => { Reflect.apply(fourth, this, [this]); });
      }
      wraps.set(this.#record, this);
      for (const key of ['hostDefined', 'sourceMapURL', 'source']) Object.defineProperty(this, key, { enumerable: false, writable: true, value: this[key] });
    }

    get hasTopLevelAwait() { return host.moduleAwaits(this.#record); }
    get hasAsyncGraph() { return this.#awaitsAnywhere(new Set()); }

    #awaitsAnywhere(seen) {
      if (seen.has(this)) return false;
      seen.add(this);
      return this.hasTopLevelAwait || this.#linked.some((wrap) => wrap.#awaitsAnywhere(seen));
    }

    getModuleRequests() {
      this.#requests ??= host.moduleRequests(this.#record).map(([specifier, ...attributes]) => Object.freeze({
        __proto__: null, specifier, phase: kEvaluationPhase,
        attributes: Object.freeze(Object.assign({ __proto__: null }, ...attributes.map(([key, value]) => ({ [key]: value })))),
      }));
      return this.#requests;
    }

    link(linked) {
      this.#linked = linked;
      host.linkModule(this.#record, linked.map((wrap) => wrap.#record));
    }

    instantiate() {
      const missing = this.#unlinked(new Set());
      if (missing) throw new (node.internal('internal/errors').codes.ERR_VM_MODULE_LINK_FAILURE)(`request for '${missing}' is not yet fulfilled`);
      host.instantiateModule(this.#record);
    }

    #unlinked(seen) {
      if (seen.has(this)) return undefined;
      seen.add(this);
      const missing = this.getModuleRequests()[this.#linked.length];
      if (missing) return missing.specifier;
      for (const wrap of this.#linked) {
        const deeper = wrap.#unlinked(seen);
        if (deeper) return deeper;
      }
      return undefined;
    }

    evaluate() { return host.evaluateModule(this.#record); }

    evaluateSync() {
      const [state, result] = host.getPromiseDetails(host.evaluateModule(this.#record));
      if (state === 2) throw result;
      if (state === 0) throw new (node.internal('internal/errors').codes.ERR_REQUIRE_ASYNC_MODULE)(this.url);
      return this.getNamespace();
    }

    getNamespace() { return host.moduleNamespace(this.#record); }
    getStatus() { return STATUS[host.moduleStatus(this.#record)]; }
    getError() { return host.moduleError(this.#record); }
    setExport(name, value) { host.setModuleExport(this.#record, name, value); }
    createCachedData() { return new Uint8Array(0); }
  }

  return Object.assign(binding, {
    ModuleWrap,
    setInitializeImportMetaObjectCallback(initialize) {
      host.onImportMeta((record, meta) => { initialize(wraps.get(record).hostDefined, meta, wraps.get(record)); });
    },
    setImportModuleDynamicallyCallback(importModule) {
      const { source_text_module_default_hdo: ofModule, vm_dynamic_import_default_internal: ofScript } = node.symbols;
      host.onImport((specifier, attributes, referrer, isModule) => importModule(isModule ? ofModule : ofScript, specifier, kEvaluationPhase,
        Object.assign({ __proto__: null }, ...attributes.map(([key, value]) => ({ [key]: value }))), referrer));
    },
    /** What `require` gives of an ES module with a default export: its names and `__esModule`. */
    createRequiredModuleFacade(wrap) {
      const facade = new ModuleWrap('node:internal/require_module_default_facade', undefined,
        'export * from \'original\'; export { default } from \'original\'; export const __esModule = true;', 0, 0, undefined);
      facade.link(facade.getModuleRequests().map(() => wrap));
      facade.instantiate();
      facade.evaluate();
      return facade.getNamespace();
    },
    throwIfPromiseRejected(promise) {
      const [state, result] = host.getPromiseDetails(promise);
      if (state === 2) throw result;
    },
  });
}

module.exports = { contextify, module_wrap: moduleWrap, modules, cjs_lexer };
