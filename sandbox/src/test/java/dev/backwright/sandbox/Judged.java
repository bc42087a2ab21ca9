package dev.backwright.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A filter run as the kernel runs it, over calls that need not be made: what this machine has no tool for, or another
/// processor.
final class Judged {

    private final ByteBuffer program;

    /// @param program as the kernel takes it
    Judged(byte[] program) {
        this.program = ByteBuffer.wrap(program).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// What the filter answers to a call.
    ///
    /// @param architecture how the call is made, as `linux/audit.h` numbers it
    int answer(int architecture, int number, long... arguments) {
        var call = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        call.putInt(number).putInt(architecture).putLong(0xdead_beef_0000L);
        for (long argument : arguments) {
            call.putLong(argument);
        }
        return run(call, program);
    }

    private static int run(ByteBuffer call, ByteBuffer code) {
        int held = 0;
        for (int at = 0; ; at++) {
            int operation = code.getShort(8 * at);
            int yes = code.get(8 * at + 2) & 0xff;
            int no = code.get(8 * at + 3) & 0xff;
            int value = code.getInt(8 * at + 4);
            switch (operation) {
                case 0x20 -> held = call.getInt(value);
                case 0x54 -> held &= value;
                case 0x15 -> at += held == value ? yes : no;
                case 0x25 -> at += Integer.compareUnsigned(held, value) > 0 ? yes : no;
                case 0x45 -> at += (held & value) != 0 ? yes : no;
                case 0x06 -> {
                    return value;
                }
                default -> throw new AssertionError("No such operation: " + operation);
            }
        }
    }
}
