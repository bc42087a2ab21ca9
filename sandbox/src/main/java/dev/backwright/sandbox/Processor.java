package dev.backwright.sandbox;

import java.util.Arrays;
import java.util.Optional;

/// The processors a filter is written for, with what the kernel calls them and the numbers of the calls whose arguments
/// matter. Source: `linux/audit.h` (`AUDIT_ARCH_…`) and `asm/unistd.h`.
enum Processor {
    X86_64(0xC000_003E, "amd64", 56, 41, 53, 16, 135),
    AARCH64(0xC000_00B7, "aarch64", 220, 198, 199, 29, 92);

    /// What `seccomp_data` says of a call made the way of this processor.
    final int architecture;

    private final String name;

    final int clone;
    final int socket;
    final int socketpair;
    final int ioctl;
    final int personality;

    Processor(
            int architecture,
            String name,
            int clone,
            int socket,
            int socketpair,
            int ioctl,
            int personality) {
        this.architecture = architecture;
        this.name = name;
        this.clone = clone;
        this.socket = socket;
        this.socketpair = socketpair;
        this.ioctl = ioctl;
        this.personality = personality;
    }

    /// The one this machine has, by Java's name for it.
    static Optional<Processor> here() {
        var name = System.getProperty("os.arch", "");
        return Arrays.stream(values()).filter(one -> one.name.equals(name)).findFirst();
    }
}
