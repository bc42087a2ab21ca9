package dev.backwright.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The filter itself, on both processors, call by call.
final class SeccompTest {

    private static final int UNIX = 1;
    private static final int INET = 2;
    private static final int INET6 = 10;
    private static final int NETLINK = 16;
    private static final int STREAM =
            1 | 0x80800; // with SOCK_NONBLOCK and SOCK_CLOEXEC, as libuv asks
    private static final int DATAGRAM = 2 | 0x80000;

    private static Judged filter(Processor processor) {
        return new Judged(Seccomp.filter(processor));
    }

    private static int refused(int errno) {
        return 0x50000 | errno;
    }

    private static void gets(int answer, Processor processor, int number, long... arguments) {
        assertEquals(
                answer,
                filter(processor).answer(processor.architecture, number, arguments),
                () -> processor + " " + number + " " + List.of(arguments));
    }

    @ParameterizedTest
    @EnumSource
    void whatAServerDoesIsAllowed(Processor on) {
        gets(Seccomp.ALLOW, on, on.clone, 0x3d0f00); // a thread, as glibc starts it
        gets(Seccomp.ALLOW, on, on.clone, 0x01200011); // fork
        gets(Seccomp.ALLOW, on, on.clone, 0x4111); // vfork
        for (int family : new int[] {INET, INET6}) {
            gets(Seccomp.ALLOW, on, on.socket, family, STREAM, 0);
            gets(Seccomp.ALLOW, on, on.socket, family, STREAM, 6);
            gets(Seccomp.ALLOW, on, on.socket, family, DATAGRAM, 17);
        }
        gets(Seccomp.ALLOW, on, on.socket, UNIX, STREAM, 0);
        gets(Seccomp.ALLOW, on, on.socketpair, UNIX, STREAM, 0);
        gets(Seccomp.ALLOW, on, on.socket, NETLINK, 3 | 0x80000, 0); // os.networkInterfaces()
        gets(Seccomp.ALLOW, on, on.ioctl, 1, 0x5413); // TIOCGWINSZ
        gets(Seccomp.ALLOW, on, on.personality, 0xffff_ffffL);
    }

    @ParameterizedTest
    @EnumSource
    void everyNamespaceIsRefused(Processor on) {
        for (int flag = 1 << 30; flag >= 1 << 25; flag >>>= 1) {
            gets(refused(Seccomp.EPERM), on, on.clone, flag | 17);
        }
        gets(refused(Seccomp.EPERM), on, on.clone, 0x20000 | 17);
        gets(refused(Seccomp.ENOSYS), on, 435, 0x1000, 88);
    }

    @ParameterizedTest
    @EnumSource
    void socketsOfOtherKindsAreRefused(Processor on) {
        for (int family = 0; family < 50; family++) {
            if (family != UNIX && family != INET && family != INET6 && family != NETLINK) {
                gets(refused(Seccomp.EAFNOSUPPORT), on, on.socket, family, STREAM, 0);
                gets(refused(Seccomp.EAFNOSUPPORT), on, on.socketpair, family, STREAM, 0);
            }
        }
        gets(refused(Seccomp.EAFNOSUPPORT), on, on.socketpair, INET, STREAM, 0);
        gets(refused(Seccomp.ESOCKTNOSUPPORT), on, on.socket, INET, 3, 0); // raw
        gets(refused(Seccomp.ESOCKTNOSUPPORT), on, on.socket, INET, 5, 0); // SCTP
        gets(refused(Seccomp.EPROTONOSUPPORT), on, on.socket, INET, STREAM, 262); // multipath
        gets(refused(Seccomp.EPROTONOSUPPORT), on, on.socket, INET6, DATAGRAM, 58); // ICMP
        gets(refused(Seccomp.EPROTONOSUPPORT), on, on.socket, NETLINK, 3, 12); // netfilter
    }

    @ParameterizedTest
    @EnumSource
    void upperHalvesOfArgumentsHideNothing(Processor on) {
        long high = 1L << 32;
        gets(refused(Seccomp.EPERM), on, on.ioctl, 0, high | 0x5412);
        gets(refused(Seccomp.EPERM), on, on.ioctl, 0, high | 0x541C);
        gets(refused(Seccomp.EAFNOSUPPORT), on, on.socket, high | 40, STREAM, 0); // vsock
        gets(refused(Seccomp.EPERM), on, on.clone, high | 0x1000_0000);
        gets(refused(Seccomp.EPERM), on, on.personality, high | 0x004_0000);
    }

    @ParameterizedTest
    @EnumSource
    void callsOfOtherProcessorsEndTheProcess(Processor on) {
        for (int other : new int[] {0x4000_0003, 0x4000_0028, 0xC000_00F3, 0}) {
            assertEquals(Seccomp.KILL, filter(on).answer(other, 1));
        }
        var foreign = on == Processor.X86_64 ? Processor.AARCH64 : Processor.X86_64;
        assertEquals(Seccomp.KILL, filter(on).answer(foreign.architecture, 1));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNewerThanTheListIsNotThere(Processor on) {
        for (int number : new int[] {463, 512, 0x4000_0000, 0x4000_0038, -1}) {
            gets(refused(Seccomp.ENOSYS), on, number);
        }
        gets(Seccomp.ALLOW, on, Seccomp.NEWEST);
    }

    @ParameterizedTest
    @EnumSource
    void eachCallOfTheListGetsItsAnswer(Processor on) {
        for (var call : RefusedCall.all()) {
            if (call.number(on) != RefusedCall.NONE) {
                gets(refused(call.answer()), on, call.number(on), 0, 0, 0);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whateverComesTheProgramEndsWithAnAnswer(Processor on) {
        var random = new Random(7);
        var filter = filter(on);
        for (int number = 0; number < 600; number++) {
            for (int i = 0; i < 20; i++) {
                int answer =
                        filter.answer(
                                on.architecture, number, random.nextLong(), random.nextInt(20), 0);
                assertTrue(answer == Seccomp.ALLOW || answer >>> 16 == 5, "answer " + answer);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void numbersAreThoseOfTheKernelsHeaders(Processor on) throws IOException {
        var header =
                Path.of(
                        "/usr/include",
                        on == Processor.X86_64
                                ? "x86_64-linux-gnu/asm/unistd_64.h"
                                : "asm-generic/unistd.h");
        assumeTrue(Files.exists(header), header + " comes with linux-libc-dev and is not here");
        var numbers = numbers(header);
        for (var call : RefusedCall.all()) {
            int known =
                    numbers.getOrDefault(call.name(), call.number(on)); // the header may be older
            assertEquals(known, call.number(on), call.name());
        }
        assertEquals(numbers.get("clone"), on.clone);
        assertEquals(numbers.get("socket"), on.socket);
        assertEquals(numbers.get("socketpair"), on.socketpair);
        assertEquals(numbers.get("ioctl"), on.ioctl);
        assertEquals(numbers.get("personality"), on.personality);
    }

    private static Map<String, Integer> numbers(Path header) throws IOException {
        var line = Pattern.compile("#define __NR(?:3264)?_(\\w+)\\s+(\\d+)");
        var numbers = new HashMap<String, Integer>();
        for (var text : Files.readAllLines(header)) {
            var found = line.matcher(text);
            if (found.matches()) {
                numbers.put(found.group(1), Integer.valueOf(found.group(2)));
            }
        }
        return numbers;
    }
}
