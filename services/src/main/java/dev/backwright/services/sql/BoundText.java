package dev.backwright.services.sql;

import java.util.HexFormat;

/// How values of parameters are shown: so many, so long.
public final class BoundText {

    /// How many values of one statement are shown.
    public static final int MOST = 200;

    private static final int LONGEST = 500;

    private BoundText() {}

    /// A value, not too long.
    ///
    /// @param bytes how long it was on the wire
    public static String of(String value, long bytes) {
        return value.length() <= LONGEST
                ? value
                : value.substring(0, LONGEST) + " … (" + bytes + " bytes)";
    }

    /// A value that is no text.
    public static String hex(String prefix, byte[] bytes) {
        return prefix + HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, LONGEST));
    }

    /// Stands for the values that are not shown.
    public static String more(int left) {
        return "… (" + left + " more)";
    }
}
