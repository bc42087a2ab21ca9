package dev.backwright.services.postgres;

import dev.backwright.services.sql.Cells;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Values on their way between Java and PostgreSQL.
final class PostgresCells implements Cells {

    @Override
    public @Nullable Object outgoing(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case BigInteger number -> new BigDecimal(number);
            default -> value;
        };
    }

    @Override
    public @Nullable Object incoming(ResultSet rows, int column, String type) throws SQLException {
        String text = rows.getString(column);
        if (text == null) {
            return null;
        }
        return switch (type) {
            case "int2", "int4", "int8", "serial", "bigserial", "smallserial", "oid" ->
                    rows.getLong(column);
            case "numeric" -> number(text);
            case "float4", "float8" -> rows.getDouble(column);
            case "bool" -> rows.getBoolean(column);
            case "timestamptz" -> finite(text, rows, column, OffsetDateTime.class);
            case "timestamp" -> finite(text, rows, column, LocalDateTime.class);
            case "date" -> finite(text, rows, column, LocalDate.class);
            case "time" -> rows.getObject(column, LocalTime.class);
            case "uuid" -> rows.getObject(column, UUID.class);
            default -> type.startsWith("_") ? list(rows.getArray(column)) : text;
        };
    }

    /// `numeric` knows NaN and infinity, which stay text.
    private static Object number(String text) {
        return Character.isLetter(text.charAt(text.length() - 1)) ? text : new BigDecimal(text);
    }

    private static @Nullable Object finite(String text, ResultSet rows, int column, Class<?> type)
            throws SQLException {
        return text.contains("infinity") ? text : rows.getObject(column, type);
    }

    private Object list(Array array) throws SQLException {
        var values = new ArrayList<@Nullable Object>();
        try (ResultSet elements = array.getResultSet()) {
            while (elements.next()) {
                values.add(incoming(elements, 2, array.getBaseTypeName()));
            }
        }
        return java.util.Collections.unmodifiableList(values);
    }
}
