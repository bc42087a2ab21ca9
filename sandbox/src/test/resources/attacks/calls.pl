# held by: namespaces
# because: seccomp
# ends: exited 0
# without: sandbox
# CALLS holds name=number=errno=arguments for this processor; errno 0 means that the call is to work
for my $call (split / /, $ENV{CALLS}) {
    my ($name, $number, $errno, $arguments) = split /=/, $call;
    my @arguments = map { $_ + 0 } split /,/, $arguments;
    $! = 0;
    my $got = syscall($number + 0, @arguments);
    my $why = $! + 0;
    exit 0 if $name eq 'newuser' && $got == 0; # a child that ought not to be
    if ($errno == 0) {
        print "able\n" if $got == $$;
    } elsif ($got != -1 || $why != $errno) {
        print "ESCAPED: $name gave $got, errno $why and not $errno\n";
    }
}
