package dev.backwright.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A program of the kernel's packet filter, put together from its beginning to its end.
///
/// It looks at one number at a time, loaded from what it judges, and ends with an answer. Source: `linux/filter.h`, and
/// Documentation/networking/filter.rst of the kernel.
final class BpfProgram {

    private static final int LOAD = 0x20; // BPF_LD | BPF_W | BPF_ABS
    private static final int AND = 0x54; // BPF_ALU | BPF_AND | BPF_K
    private static final int IF_EQUAL = 0x15; // BPF_JMP | BPF_JEQ | BPF_K
    private static final int IF_GREATER = 0x25; // BPF_JMP | BPF_JGT | BPF_K
    private static final int IF_ANY_BIT = 0x45; // BPF_JMP | BPF_JSET | BPF_K
    private static final int ANSWER = 0x06; // BPF_RET | BPF_K

    /// @param yes how many instructions to skip when the test holds
    /// @param no and when it does not
    private record Instruction(int code, int yes, int no, int value) {}

    private final List<Instruction> instructions = new ArrayList<>();

    /// Loads the four bytes at an offset.
    BpfProgram load(int offset) {
        return add(LOAD, 0, 0, offset);
    }

    /// Keeps only these bits of what was loaded.
    BpfProgram and(int bits) {
        return add(AND, 0, 0, bits);
    }

    BpfProgram answer(int answer) {
        return add(ANSWER, 0, 0, answer);
    }

    BpfProgram answerIfGreater(int value, int answer) {
        return add(IF_GREATER, 0, 1, value).answer(answer);
    }

    BpfProgram answerIfAnyOf(int bits, int answer) {
        return add(IF_ANY_BIT, 0, 1, bits).answer(answer);
    }

    /// Goes on only with one of these values.
    BpfProgram answerUnless(int answer, int... values) {
        for (int i = 0; i < values.length; i++) {
            add(IF_EQUAL, values.length - i, 0, values[i]);
        }
        return answer(answer);
    }

    /// A part for one value. It must end with an answer.
    BpfProgram on(int value, Consumer<BpfProgram> part) {
        var inner = new BpfProgram();
        part.accept(inner);
        add(IF_EQUAL, 0, inner.instructions.size(), value);
        instructions.addAll(inner.instructions);
        return this;
    }

    private BpfProgram add(int code, int yes, int no, int value) {
        if (yes > 255 || no > 255) {
            throw new SandboxException("A filter's jump is too long: " + Math.max(yes, no));
        }
        instructions.add(new Instruction(code, yes, no, value));
        return this;
    }

    /// As `struct sock_filter` lies in memory: eight bytes each.
    byte[] bytes() {
        var bytes = ByteBuffer.allocate(8 * instructions.size()).order(ByteOrder.nativeOrder());
        for (var one : instructions) {
            bytes.putShort((short) one.code()).put((byte) one.yes()).put((byte) one.no());
            bytes.putInt(one.value());
        }
        return bytes.array();
    }
}
