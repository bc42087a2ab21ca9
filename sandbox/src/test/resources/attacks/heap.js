// held by: namespaces, process
// because: memory is limited, by cgroup or rlimit
// ends: ended
// without: limits
// alone: yes
console.log('able');
const all = [];
while (all.length < 1000) all.push(new Array(100_000).fill(all.length + 0.5));
console.log('ESCAPED: 800 MB of the heap');
