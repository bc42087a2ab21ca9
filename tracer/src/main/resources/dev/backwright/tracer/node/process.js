'use strict';
// The bindings that process and os stand on: time, place, end. The machine they speak of is a made-up one.

const hrtime = new Uint32Array(3);
const MEGABYTE = 1024 * 1024;
let folder = host.workingFolder();

function writeHrtime() {
  const time = host.look();
  const seconds = Math.floor(time / 1000);
  hrtime[0] = 0;
  hrtime[1] = seconds;
  hrtime[2] = Math.floor((time - seconds * 1000) * 1e6);
}

module.exports = {
  process_methods: (binding) => Object.assign(binding, {
    hrtimeBuffer: hrtime,
    hrtime: writeHrtime,
    hrtimeBigInt() { new BigUint64Array(hrtime.buffer, 0, 1)[0] = BigInt(Math.floor(host.look() * 1e6)); },
    uptime: () => host.look() / 1000,
    cwd: () => folder,
    chdir(path) { node.disk.requireFolder(path, 'chdir'); folder = path; },
    umask: () => 0o22,
    reallyExit: host.exit,
    setEmitWarningSync(emit) { node.emitWarning = emit; },
    patchProcessObject() {},
    _rawDebug(text) { host.writeText(2, `${text}\n`); },
    memoryUsage(fields) { fields.set([60 * MEGABYTE, 20 * MEGABYTE, 10 * MEGABYTE, 2 * MEGABYTE, MEGABYTE]); },
    rss: () => 60 * MEGABYTE,
    availableMemory: () => 1024 * MEGABYTE,
    constrainedMemory: () => 0,
    cpuUsage(fields) { fields[0] = host.now() * 1000; fields[1] = 0; },
    resourceUsage(fields) { fields.fill(0); },
    _getActiveHandles: () => [],
    _getActiveRequests: () => [],
    getActiveResourcesInfo: () => [],
  }),
  credentials: (binding) => Object.assign(binding, {
    safeGetenv: (name) => node.process.env[name],
    getTempDir: () => '/tmp',
    getuid: () => 1000, geteuid: () => 1000, getgid: () => 1000, getegid: () => 1000, getgroups: () => [1000],
  }),
  os: (binding) => Object.assign(binding, {
    getOSInformation: () => ['Linux', '#1 SMP', '6.1.0', 'x86_64'],
    getHostname: () => 'recorder',
    getHomeDirectory: () => '/home/learner',
    getCPUs: () => ['CPU', 2000, 0, 0, 0, 0, 0],
    getAvailableParallelism: () => 1,
    getTotalMem: () => 2048 * MEGABYTE,
    getFreeMem: () => 1024 * MEGABYTE,
    getUptime: () => host.look() / 1000,
    getLoadAvg(fields) { fields.fill(0); },
    getInterfaceAddresses: () => [],
    getPriority: () => 0,
    getUserInfo: () => ({ uid: 1000, gid: 1000, username: 'learner', homedir: '/home/learner', shell: '/bin/sh' }),
    isBigEndian: false,
  }),
  performance: (binding) => Object.assign(binding, {
    observerCounts: binding.observerCounts.fill(0),
    milestones: binding.milestones.fill(0),
    now: () => host.look(),
    loopIdleTime: () => 0,
    getTimeOrigin: () => 0,
    getTimeOriginTimestamp: () => host.epoch(),
    markBootstrapComplete() {},
    setupObservers() {},
    installGarbageCollectionTracking() {},
    removeGarbageCollectionTracking() {},
    notify() {},
  }),
};
