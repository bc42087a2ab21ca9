const registry = new FinalizationRegistry(() => {});
registry.register({}, 'x');
console.log(registry, Object.prototype.toString.call(registry));
