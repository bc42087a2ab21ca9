package dev.backwright.sandbox;

import java.util.StringJoiner;

/// System calls for `attacks/calls.pl` to make, with the answer each must get from the filter. Most would be answered
/// otherwise without it.
final class Calls {

    private Calls() {}

    static String inWords() {
        return Processor.here().map(Calls::on).orElse("");
    }

    /// How a call is numbered here, or -1.
    static int number(String name) {
        return Processor.here()
                .flatMap(on ->
                        RefusedCall.all().stream()
                                .filter(call -> call.name().equals(name))
                                .map(call -> call.number(on))
                                .findFirst())
                .orElse(-1);
    }

    private static String on(Processor on) {
        var words = new StringJoiner(" ");
        words.add("getpid=" + (on == Processor.X86_64 ? 39 : 172) + "=0=0");
        for (var call : RefusedCall.all()) {
            if (call.number(on) != RefusedCall.NONE) {
                int first = call.name().equals("ptrace") ? 9_999 : 0; // 0 would stop the caller
                words.add(call(call.name(), call.number(on), call.answer(), first, 0, 0, 0));
            }
        }
        for (int family :
                new int[] {15, 17, 30, 38, 40, 44}) { // key, packet, tipc, alg, vsock, xdp
            words.add(call("socket" + family, on.socket, Seccomp.EAFNOSUPPORT, family, 2, 0));
        }
        words.add(call("raw", on.socket, Seccomp.ESOCKTNOSUPPORT, 2, 3, 1));
        words.add(call("sctp", on.socket, Seccomp.EPROTONOSUPPORT, 2, 1, 132));
        words.add(call("netfilter", on.socket, Seccomp.EPROTONOSUPPORT, 16, 3, 12));
        words.add(call("newuser", on.clone, Seccomp.EPERM, 0x1000_0000 | 17, 0, 0, 0, 0));
        words.add(call("tiocsti", on.ioctl, Seccomp.EPERM, 0, 0x5412, 0));
        words.add(call("norandom", on.personality, Seccomp.EPERM, 0x4_0000));
        words.add(call("x32", 0x4000_0027, Seccomp.ENOSYS, 0));
        return words.toString();
    }

    private static String call(String name, int number, int errno, int... arguments) {
        var list = new StringJoiner(",");
        for (int argument : arguments) {
            list.add(Integer.toString(argument));
        }
        return name + "=" + number + "=" + errno + "=" + list;
    }
}
