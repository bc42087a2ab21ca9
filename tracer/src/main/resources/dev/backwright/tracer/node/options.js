'use strict';
// The bindings that say how this Node was started and built: without options, without an inspector, without OpenSSL.

module.exports = {
  options: (binding) => Object.assign(binding, {
    getCLIOptionsValues: () => ({ __proto__: null, ...node.shapes.options }),
    getCLIOptionsInfo: () => ({ options: new Map(), aliases: new Map() }),
    getOptionsAsFlags: () => [],
    getEmbedderOptions: () => ({ shouldNotRegisterESMLoader: false, noGlobalSearchPaths: false, noBrowserGlobals: false, hasEmbedderPreload: false }),
  }),
  config: (binding) => Object.assign(binding, { hasInspector: false, hasOpenSSL: false, fipsMode: false, hasTracing: false, hasIntl: true }),
  builtins(binding) {
    return Object.assign(binding, {
      compileFunction: host.compileModule,
      setInternalLoaders(internalBinding, internal) { node.internalBinding = internalBinding; node.internal = internal; },
      hasCachedBuiltins: () => true,
      natives: {},
      config: '{"variables":{"node_use_amaro":false},"target_defaults":{}}',
    });
  },
  mksnapshot: (binding) => Object.assign(binding, { isBuildingSnapshotBuffer: new Uint8Array(1), setSerializeCallback() {}, setDeserializeCallback() {}, setDeserializeMainFunction() {} }),
  trace_events: (binding) => Object.assign(binding, {
    available: false,
    isTraceCategoryEnabled: () => false,
    getCategoryEnabledBuffer: () => new Uint8Array(1),
    getEnabledCategories: () => undefined,
    setTraceCategoryStateUpdateHandler() {},
    trace() {},
    setLog() {},
  }),
  permission: (binding) => Object.assign(binding, { has: () => true }),
  inspector: (binding) => Object.assign(binding, { isEnabled: () => false, console: undefined, setConsoleExtensionInstaller() {} }),
  diagnostics_channel: (binding) => Object.assign(binding, { linkNativeChannel() {}, subscribers: new Uint32Array(64) }),
};
