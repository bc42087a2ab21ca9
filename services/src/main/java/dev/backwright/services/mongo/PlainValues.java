package dev.backwright.services.mongo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/// BSON as Java's values, as near as can be to what a JSON API shows of it.
final class PlainValues {

    private PlainValues() {}

    static Map<String, @Nullable Object> document(BsonDocument document) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        document.forEach((name, value) -> plain.put(name, of(value)));
        return Collections.unmodifiableMap(plain);
    }

    static List<Map<String, @Nullable Object>> documents(BsonArray array) {
        return array.stream().map(value -> document(value.asDocument())).toList();
    }

    private static @Nullable Object of(BsonValue value) {
        return switch (value.getBsonType()) {
            case NULL, UNDEFINED -> null;
            case STRING -> value.asString().getValue();
            case BOOLEAN -> value.asBoolean().getValue();
            case INT32 -> (long) value.asInt32().getValue();
            case INT64 -> value.asInt64().getValue();
            case DOUBLE -> value.asDouble().getValue();
            case DECIMAL128 -> decimal(value.asDecimal128().getValue());
            case DATE_TIME -> Instant.ofEpochMilli(value.asDateTime().getValue()).toString();
            case OBJECT_ID -> value.asObjectId().getValue().toHexString();
            case BINARY -> binary(value.asBinary());
            case DOCUMENT -> document(value.asDocument());
            case ARRAY -> list(value.asArray());
            default -> value.toString();
        };
    }

    private static Object decimal(Decimal128 number) {
        return number.isFinite() ? bigDecimal(number) : number.toString();
    }

    /// There is a negative zero that BigDecimal does not know.
    private static Object bigDecimal(Decimal128 number) {
        try {
            return number.bigDecimalValue();
        } catch (ArithmeticException negativeZero) {
            return BigDecimal.ZERO;
        }
    }

    private static String binary(BsonBinary binary) {
        return binary.getType() == 4 && binary.getData().length == 16
                ? binary.asUuid().toString()
                : Base64.getEncoder().encodeToString(binary.getData());
    }

    private static List<@Nullable Object> list(BsonArray array) {
        List<@Nullable Object> plain = new ArrayList<>();
        array.forEach(value -> plain.add(of(value)));
        return Collections.unmodifiableList(plain);
    }
}
