package dev.backwright.services.mysql;

import dev.backwright.services.sql.BoundText;
import dev.backwright.services.sql.Cells;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Values on their way between Java and MySQL. Booleans are the numbers 0 and 1, as they are there.
final class MySqlCells implements Cells {

    @Override
    public @Nullable Object outgoing(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant instant -> LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
            case BigInteger number -> new BigDecimal(number);
            default -> value;
        };
    }

    @Override
    public @Nullable Object incoming(ResultSet rows, int column, String type) throws SQLException {
        String kind = type.replace(" UNSIGNED", "");
        String text = rows.getString(column);
        if (text == null) {
            return null;
        }
        return switch (kind) {
            case "TINYINT", "SMALLINT", "MEDIUMINT", "INT", "INTEGER", "BIGINT", "YEAR" ->
                    whole(text);
            case "BIT" -> rows.getLong(column);
            case "DECIMAL" -> new BigDecimal(text);
            case "FLOAT", "DOUBLE" -> Double.valueOf(text);
            case "DATE" -> dated(text, LocalDate::parse);
            case "DATETIME", "TIMESTAMP" ->
                    dated(text, moment -> LocalDateTime.parse(moment.replace(' ', 'T')));
            case "TIME" -> dated(text, LocalTime::parse);
            case "BINARY", "VARBINARY", "TINYBLOB", "BLOB", "MEDIUMBLOB", "LONGBLOB", "GEOMETRY" ->
                    BoundText.hex("0x", rows.getBytes(column));
            default -> text;
        };
    }

    private static Object whole(String text) {
        var number = new BigDecimal(text);
        return number.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
                ? number
                : (Object) number.longValueExact();
    }

    /// MySQL knows dates that are none, such as 0000-00-00, and times of many hours; these stay text.
    private static Object dated(String text, Function<String, Object> parse) {
        try {
            return parse.apply(text);
        } catch (DateTimeException noDate) {
            return text;
        }
    }
}
