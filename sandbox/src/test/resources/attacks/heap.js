// held by: namespaces, process
// because: memory is limited, by cgroup or rlimit; or V8 gives up first
// ends: ended
console.log('able');
const all = [];
for (let i = 0; i < 1e9; i++) all.push({ i, text: 'x'.repeat(100) + i });
