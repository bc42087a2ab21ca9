package dev.backwright.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The filter on a learner's system calls: a program the kernel asks before each.
///
/// ```text
///   made for another processor  ─► the process is killed
///   newer than this list        ─► ENOSYS: nobody has looked at it yet; also all of x32, whose numbers begin far above
///   in refused-calls.txt        ─► EPERM or ENOSYS
///   clone, socket, …            ─► by their arguments
///   all else                    ─► allowed; newer kernels remember that, and no longer ask
/// ```
///
/// It sees numbers and registers, never memory. Sources: man 2 seccomp; `linux/seccomp.h`.
final class Seccomp {

    static final int EPERM = 1;
    static final int ENOSYS = 38;
    static final int ESOCKTNOSUPPORT = 94;
    static final int EPROTONOSUPPORT = 93;
    static final int EAFNOSUPPORT = 97;

    static final int ALLOW = 0x7fff_0000; // SECCOMP_RET_ALLOW
    static final int KILL = 0x8000_0000; // SECCOMP_RET_KILL_PROCESS
    private static final int ERRNO = 0x0005_0000; // SECCOMP_RET_ERRNO

    /// The last call looked at when the list was written: `mseal`, of Linux 6.10.
    static final int NEWEST = 462;

    private static final int NUMBER = 0; // offsets in struct seccomp_data
    private static final int ARCHITECTURE = 4;

    /// `CLONE_NEWNS`, `NEWCGROUP`, `NEWUTS`, `NEWIPC`, `NEWUSER`, `NEWPID`, `NEWNET`. man 2 clone
    private static final int NEW_NAMESPACES = 0x7E02_0000;

    private static final int AF_UNIX = 1;
    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int AF_NETLINK = 16;
    private static final int NETLINK_ROUTE = 0;
    private static final int SOCK_STREAM = 1;
    private static final int SOCK_DGRAM = 2;
    private static final int SOCK_TYPE = 0xf; // without SOCK_NONBLOCK and SOCK_CLOEXEC
    private static final int IPPROTO_TCP = 6;
    private static final int IPPROTO_UDP = 17;

    private static final int TIOCSTI = 0x5412; // types into a terminal. man 2 ioctl_tty
    private static final int TIOCLINUX = 0x541C;

    private static final Path ACTIONS = Path.of("/proc/sys/kernel/seccomp/actions_avail");

    private Seccomp() {}

    /// Whether this kernel filters, on a processor the list knows.
    static boolean isHere() {
        return here().length > 0;
    }

    /// The filter for this machine; empty where it cannot be had.
    static byte[] here() {
        return Processor.here()
                .filter(one -> kernelFilters())
                .map(Seccomp::filter)
                .orElse(new byte[0]);
    }

    private static boolean kernelFilters() {
        try {
            return Files.readString(ACTIONS).contains("errno");
        } catch (IOException e) {
            return false; // built without CONFIG_SECCOMP_FILTER, or no Linux
        }
    }

    static byte[] filter(Processor processor) {
        var program = new BpfProgram().load(ARCHITECTURE);
        program.answerUnless(KILL, processor.architecture);
        program.load(NUMBER).answerIfGreater(NEWEST, refused(ENOSYS));
        for (var call : RefusedCall.all()) {
            if (call.number(processor) != RefusedCall.NONE) {
                program.on(call.number(processor), it -> it.answer(refused(call.answer())));
            }
        }
        program.on(processor.clone, Seccomp::cloning);
        program.on(processor.socket, Seccomp::opening);
        program.on(processor.socketpair, Seccomp::pairing);
        program.on(processor.ioctl, Seccomp::controlling);
        program.on(processor.personality, Seccomp::changing);
        return program.answer(ALLOW).bytes();
    }

    /// Threads and processes, but none in a namespace of its own.
    private static void cloning(BpfProgram it) {
        it.load(argument(0)).answerIfAnyOf(NEW_NAMESPACES, refused(EPERM)).answer(ALLOW);
    }

    /// TCP, UDP and local sockets. Of netlink only what tells addresses and routes: `os.networkInterfaces()` throws
    /// without, and changing anything takes rights nobody has here.
    private static void opening(BpfProgram it) {
        it.load(argument(0)).on(AF_UNIX, local -> local.answer(ALLOW));
        it.on(
                AF_NETLINK,
                netlink ->
                        netlink.load(argument(2))
                                .answerUnless(refused(EPROTONOSUPPORT), NETLINK_ROUTE)
                                .answer(ALLOW));
        it.answerUnless(refused(EAFNOSUPPORT), AF_INET, AF_INET6);
        it.load(argument(1)).and(SOCK_TYPE);
        it.answerUnless(refused(ESOCKTNOSUPPORT), SOCK_STREAM, SOCK_DGRAM);
        it.load(argument(2));
        it.answerUnless(refused(EPROTONOSUPPORT), 0, IPPROTO_TCP, IPPROTO_UDP).answer(ALLOW);
    }

    private static void pairing(BpfProgram it) {
        it.load(argument(0)).answerUnless(refused(EAFNOSUPPORT), AF_UNIX).answer(ALLOW);
    }

    private static void controlling(BpfProgram it) {
        it.load(argument(1)).on(TIOCSTI, type -> type.answer(refused(EPERM)));
        it.on(TIOCLINUX, type -> type.answer(refused(EPERM))).answer(ALLOW);
    }

    /// Only the usual one, and asking for it: others switch off what makes attacks hard. man 2 personality
    private static void changing(BpfProgram it) {
        it.load(argument(0)).answerUnless(refused(EPERM), 0, -1).answer(ALLOW);
    }

    private static int refused(int errno) {
        return ERRNO | errno;
    }

    /// The lower half of an argument: all that the kernel itself takes of those looked at here, and on both processors
    /// the half that lies first.
    private static int argument(int number) {
        return 16 + 8 * number;
    }
}
