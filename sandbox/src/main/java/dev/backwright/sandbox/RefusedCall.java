package dev.backwright.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A system call that is refused whatever its arguments, as a line of `refused-calls.txt` has it.
///
/// @param onX86 its number on x86-64, [#NONE] where there is no such call
/// @param onArm its number on arm64
/// @param answer the `errno` it gets
record RefusedCall(String name, int onX86, int onArm, int answer) {

    static final int NONE = -1;

    static List<RefusedCall> all() {
        try (var resource = RefusedCall.class.getResourceAsStream("refused-calls.txt")) {
            if (resource == null) {
                throw new SandboxException("The list of refused system calls is not in the jar.");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(RefusedCall::parse)
                    .toList();
        } catch (IOException e) {
            throw new SandboxException("Could not read the list of refused system calls.", e);
        }
    }

    private static RefusedCall parse(String line) {
        var words = line.split("\\s+", -1);
        return new RefusedCall(
                words[0],
                number(words[1]),
                number(words[2]),
                words[3].equals("ENOSYS") ? Seccomp.ENOSYS : Seccomp.EPERM);
    }

    private static int number(String word) {
        return word.equals("-") ? NONE : Integer.parseInt(word);
    }

    int number(Processor processor) {
        return switch (processor) {
            case X86_64 -> onX86;
            case AARCH64 -> onArm;
        };
    }
}
