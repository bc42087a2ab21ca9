// held by: namespaces, process
// because: the clock's limit ends it by a signal it cannot catch
// ends: timed out
// seconds: 1
// without: limits
console.log('able');
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGXCPU', 'SIGQUIT']) process.on(signal, () => {});
setTimeout(() => {
  console.log('ESCAPED: slept as long as it liked');
  process.exit();
}, 2500);
