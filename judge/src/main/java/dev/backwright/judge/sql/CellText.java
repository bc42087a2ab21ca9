package dev.backwright.judge.sql;

import dev.backwright.judge.seen.Equality;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Cells compared as an author means them: numbers by value, JSON by content, everything else by its text.
final class CellText {

    private static final JsonMapper JSON = JsonMapper.shared();

    private CellText() {}

    static boolean same(@Nullable Object expected, @Nullable Object seen) {
        if (expected == null || seen == null || Equality.same(expected, seen)) {
            return expected == null ? seen == null : seen != null;
        }
        if (expected instanceof Number || expected instanceof Boolean || expected instanceof List) {
            return sameJson(JSON.writeValueAsString(expected), seen);
        }
        String text = expected.toString();
        return text.equals(of(seen)) || sameNumber(text, seen) || sameJson(text, seen);
    }

    /// A drawn cell is text, whatever the column is.
    private static boolean sameNumber(String expected, Object seen) {
        try {
            return seen instanceof Number
                    && new BigDecimal(expected).compareTo(new BigDecimal(seen.toString())) == 0;
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    private static boolean sameJson(String expected, Object seen) {
        boolean structured =
                seen instanceof String text && (text.startsWith("{") || text.startsWith("["));
        if (!structured) {
            return false;
        }
        try {
            return JSON.readTree(expected).equals(JSON.readTree(seen.toString()));
        } catch (JacksonException noJson) {
            return false;
        }
    }

    /// How a cell is shown.
    static String of(@Nullable Object cell) {
        return switch (cell) {
            case null -> "null";
            case BigDecimal number -> number.toPlainString();
            case List<?> list -> list.stream().map(CellText::of).toList().toString();
            default -> cell.toString();
        };
    }
}
