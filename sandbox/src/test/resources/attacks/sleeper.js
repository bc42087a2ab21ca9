// held by: namespaces, process
// because: the clock's limit ends it by a signal it cannot catch
// ends: timed out
// seconds: 2
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGXCPU', 'SIGQUIT']) process.on(signal, () => {});
setInterval(() => {}, 1e6);
