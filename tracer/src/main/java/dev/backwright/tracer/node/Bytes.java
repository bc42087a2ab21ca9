package dev.backwright.tracer.node;

import com.oracle.truffle.js.runtime.builtins.JSArrayBuffer;
import com.oracle.truffle.js.runtime.builtins.JSTypedArrayObject;
import java.net.IDN;
import java.util.Arrays;
import java.util.Locale;

/// What buffers do natively: text in and out, copies, comparisons, searches.
final class Bytes {

    private final Host host;

    private Bytes(Host host) {
        this.host = host;
    }

    static void define(Host host) {
        var bytes = new Bytes(host);
        Arrays.stream(Encoding.values()).forEach(bytes::text);
        bytes.blocks();
        bytes.searches();
    }

    /// `utf8Slice(start, end)` and `utf8Write(text, at, most)` on a buffer as `this`; `utf8WriteStatic(buffer, text, at, most)`.
    private void text(Encoding encoding) {
        host.define(
                encoding.prefix() + "Slice",
                2,
                any -> {
                    var call = onBuffer(any);
                    View view = View.of(call.self());
                    int end = call.integer(1, view.length());
                    return encoding.decode(view.slice(call.integer(0, 0), end));
                });
        host.define(
                encoding.prefix() + "Write",
                3,
                any -> {
                    var call = onBuffer(any);
                    return encoding.write(
                            call.text(0),
                            View.of(call.self()),
                            call.integer(1, 0),
                            call.integer(2, Integer.MAX_VALUE));
                });
        host.define(
                encoding.prefix() + "WriteStatic",
                4,
                call ->
                        encoding.write(
                                call.text(1),
                                View.of(call.at(0)),
                                call.integer(2, 0),
                                call.integer(3, Integer.MAX_VALUE)));
    }

    /// Node calls some of them as methods and some with the buffer first.
    private static Host.Arguments onBuffer(Host.Arguments call) {
        return call.at(0) instanceof JSTypedArrayObject ? call.shifted() : call;
    }

    private void blocks() {
        host.define("byteLengthUtf8", 1, call -> Encoding.UTF8.encode(call.text(0)).length);
        host.define(
                "encode",
                2,
                call ->
                        JSArrayBuffer.createArrayBuffer(
                                host.realm().getContext(),
                                host.realm(),
                                Encoding.named(call.text(1)).encode(call.text(0))));
        host.define("copy", 5, Bytes::copy);
        host.define("toASCII", 1, call -> toAscii(call.text(0)));
        host.define("toUnicode", 1, call -> IDN.toUnicode(call.text(0), IDN.ALLOW_UNASSIGNED));
    }

    private static Object copy(Host.Arguments call) {
        View from = View.of(call.at(0));
        View to = View.of(call.at(1));
        int length = call.integer(4, 0);
        System.arraycopy(
                from.array(),
                from.offset() + call.integer(3, 0),
                to.array(),
                to.offset() + call.integer(2, 0),
                length);
        return length;
    }

    /// A host name in ASCII; empty if it cannot be one.
    private static String toAscii(String name) {
        try {
            return IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notAName) {
            return "";
        }
    }

    private void searches() {
        host.define("compare", 2, call -> View.of(call.at(0)).compare(View.of(call.at(1))));
        host.define("compareOffset", 6, Bytes::compareOffset);
        host.define("indexOfBytes", 4, Bytes::indexOf);
    }

    private static Object compareOffset(Host.Arguments call) {
        int targetStart = call.integer(2, 0);
        int sourceStart = call.integer(3, 0);
        View source = View.of(call.at(0));
        View target = View.of(call.at(1));
        return source.slice(sourceStart, sourceStart + call.integer(5, 0))
                .compare(target.slice(targetStart, targetStart + call.integer(4, 0)));
    }

    /// Where the second buffer is in the first, from an offset (negative: from the end) forwards or backwards; -1 if nowhere.
    private static Object indexOf(Host.Arguments call) {
        View haystack = View.of(call.at(0));
        View needle = View.of(call.at(1));
        boolean forwards = call.truthy(3);
        int start = call.integer(2, 0);
        if (start < 0) {
            start += haystack.length();
            if (start < 0 && !forwards) {
                return -1;
            }
            start = Math.max(start, 0);
        }
        if (start > haystack.length()) {
            if (forwards) {
                return -1;
            }
            start = haystack.length();
        }
        return needle.length() == 0 ? (Object) start : search(haystack, needle, start, forwards);
    }

    private static int search(View haystack, View needle, int start, boolean forwards) {
        int last = haystack.length() - needle.length();
        int step = forwards ? 1 : -1;
        for (int at = forwards ? start : Math.min(start, last); at >= 0 && at <= last; at += step) {
            if (haystack.holds(needle, at)) {
                return at;
            }
        }
        return -1;
    }
}
