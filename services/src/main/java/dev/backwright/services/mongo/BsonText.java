package dev.backwright.services.mongo;

import java.time.Instant;
import java.util.HexFormat;
import org.bson.BsonBinaryReader;
import org.bson.BsonDbPointer;
import org.bson.BsonRegularExpression;
import org.bson.BsonTimestamp;
import org.bson.BsonType;

/// BSON as relaxed extended JSON without blanks, as `EJSON.stringify` of the JavaScript driver prints it.
/// It looks at bytes nobody has checked: nothing is taken in that is larger than its budget, and nothing goes deeper than
/// [#DEEPEST], which is more than a server accepts.
/// https://github.com/mongodb/specifications/blob/master/source/extended-json/extended-json.md
final class BsonText {

    static final String CUT = "…";

    private static final int DEEPEST = 200;
    private static final int LARGEST_BINARY = 300;
    private static final long YEAR_10000 = 253_402_300_800_000L;

    private final BsonBinaryReader reader;
    private final StringBuilder text = new StringBuilder();
    private final int most;
    private int depth;

    private BsonText(BsonBinaryReader reader, int most) {
        this.reader = reader;
        this.most = most;
    }

    /// The value the reader stands before.
    ///
    /// @param most characters, after which nothing more is added but [#CUT]
    static String value(BsonBinaryReader reader, int most) {
        var text = new BsonText(reader, most);
        text.value(reader.getCurrentBsonType());
        return text.text.toString();
    }

    /// A document from its beginning.
    static String document(BsonBinaryReader reader, int most) {
        var text = new BsonText(reader, most);
        text.document();
        return text.text.toString();
    }

    private boolean full() {
        return text.length() >= most;
    }

    private void value(BsonType type) {
        if (full()) {
            reader.skipValue();
            return;
        }
        switch (type) {
            case DOCUMENT -> document();
            case ARRAY -> array();
            case STRING -> quoted(reader.readString());
            case INT32 -> text.append(reader.readInt32());
            case INT64 -> text.append(reader.readInt64());
            case DOUBLE -> number(reader.readDouble());
            case BOOLEAN -> text.append(reader.readBoolean());
            case NULL -> {
                reader.readNull();
                text.append("null");
            }
            case OBJECT_ID -> tagged("$oid", reader.readObjectId().toHexString());
            case DATE_TIME -> date(reader.readDateTime());
            case BINARY -> binary();
            default -> rare(type);
        }
    }

    private void rare(BsonType type) {
        switch (type) {
            case DECIMAL128 -> tagged("$numberDecimal", reader.readDecimal128().toString());
            case TIMESTAMP -> timestamp(reader.readTimestamp());
            case REGULAR_EXPRESSION -> regex(reader.readRegularExpression());
            case JAVASCRIPT -> tagged("$code", reader.readJavaScript());
            case JAVASCRIPT_WITH_SCOPE -> scoped();
            case SYMBOL -> tagged("$symbol", reader.readSymbol());
            case DB_POINTER -> pointer(reader.readDBPointer());
            case UNDEFINED -> {
                reader.readUndefined();
                text.append("{\"$undefined\":true}");
            }
            case MIN_KEY -> {
                reader.readMinKey();
                text.append("{\"$minKey\":1}");
            }
            case MAX_KEY -> {
                reader.readMaxKey();
                text.append("{\"$maxKey\":1}");
            }
            default -> throw new IllegalStateException("no value begins with " + type);
        }
    }

    private void document() {
        enter();
        reader.readStartDocument();
        text.append('{');
        for (BsonType type = reader.readBsonType();
                type != BsonType.END_OF_DOCUMENT;
                type = reader.readBsonType()) {
            separate();
            String name = reader.readName();
            if (!full()) {
                quoted(name);
                text.append(':');
            }
            value(type);
        }
        reader.readEndDocument();
        leave('}');
    }

    private void array() {
        enter();
        reader.readStartArray();
        text.append('[');
        for (BsonType type = reader.readBsonType();
                type != BsonType.END_OF_DOCUMENT;
                type = reader.readBsonType()) {
            separate();
            value(type);
        }
        reader.readEndArray();
        leave(']');
    }

    private void enter() {
        if (++depth > DEEPEST) {
            throw new IllegalStateException("nested more than " + DEEPEST + " deep");
        }
    }

    private void separate() {
        if (!full() && !last("{") && !last("[")) {
            text.append(',');
        }
    }

    private boolean last(String end) {
        return text.indexOf(end, text.length() - end.length()) >= 0;
    }

    private void leave(char bracket) {
        depth--;
        if (!full()) {
            text.append(bracket);
        } else if (!last(CUT)) {
            text.append(CUT);
        }
    }

    private void number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            tagged("$numberDouble", Double.toString(value));
        } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            text.append((long) value);
        } else {
            text.append(value);
        }
    }

    private void date(long millis) {
        if (millis < 0 || millis >= YEAR_10000) {
            text.append("{\"$date\":");
            tagged("$numberLong", Long.toString(millis));
            text.append('}');
        } else {
            tagged("$date", Instant.ofEpochMilli(millis).toString());
        }
    }

    /// A large one is named by its size alone, before anything of it is taken in.
    private void binary() {
        int size = reader.peekBinarySize();
        if (size > LARGEST_BINARY) {
            reader.skipValue();
            tagged("$binary", size + " bytes");
            return;
        }
        var binary = reader.readBinaryData();
        if (binary.getType() == 4 && binary.getData().length == 16) {
            tagged("$uuid", binary.asUuid().toString());
        } else {
            tagged("$binary", HexFormat.of().formatHex(binary.getData()));
        }
    }

    private void timestamp(BsonTimestamp timestamp) {
        text.append("{\"$timestamp\":{\"t\":").append(timestamp.getTime());
        text.append(",\"i\":").append(timestamp.getInc()).append("}}");
    }

    private void regex(BsonRegularExpression regex) {
        text.append("{\"$regex\":");
        quoted(regex.getPattern());
        if (!regex.getOptions().isEmpty()) {
            text.append(",\"$options\":");
            quoted(regex.getOptions());
        }
        text.append('}');
    }

    private void scoped() {
        tagged("$code", reader.readJavaScriptWithScope());
        int end = text.length();
        document();
        text.setLength(end);
    }

    private void pointer(BsonDbPointer pointer) {
        tagged("$dbPointer", pointer.getNamespace() + " " + pointer.getId().toHexString());
    }

    private void tagged(String tag, String value) {
        text.append('{');
        quoted(tag);
        text.append(':');
        quoted(value);
        text.append('}');
    }

    private void quoted(String value) {
        int room = Math.max(0, most - text.length());
        text.append('"');
        value.codePoints().limit(room).forEach(this::character);
        text.append(value.length() > room ? CUT : "").append('"');
    }

    private void character(int point) {
        switch (point) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                if (point < 0x20) {
                    text.append(String.format("\\u%04x", point));
                } else {
                    text.appendCodePoint(point);
                }
            }
        }
    }
}
