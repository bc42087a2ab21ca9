# held by: namespaces
# because: seccomp refuses to look into other processes, even one's own children
# ends: exited 0
# without: sandbox
# PTRACE holds the numbers of ptrace and of process_vm_readv on this processor
my ($ptrace, $read) = split / /, $ENV{PTRACE};
my $word = pack('p', my $text = 'taken from memory');
my $child = fork();
if ($child == 0) { sleep 20; exit 0 }
print "able\n" if kill(0, $child);
my $seized = syscall($ptrace, 0x4206, $child + 0, 0, 0);
print "ESCAPED: seized its child\n" if $seized == 0;
my $seen = "\0" x 17;
my $here = pack('pQ', $seen, 17);
my $there = $word . pack('Q', 17);
my $got = syscall($read, $child + 0, $here, 1, $there, 1, 0);
print "ESCAPED: read its child's memory\n" if $got > 0;
kill 9, $child;
