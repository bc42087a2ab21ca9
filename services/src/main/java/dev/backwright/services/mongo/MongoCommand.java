package dev.backwright.services.mongo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonBinaryReader;
import org.bson.BsonType;

/// What a client asks for: `find articles {"slug":"x"} limit 1`.
///
/// @param name as sent: `find`
/// @param target the collection; empty where there is none
/// @param fields everything else, as text, in the order in which it came
/// @param session the session's id as text; empty outside any
/// @param transaction number of the transaction in its session; -1 outside any
/// @param starts whether it begins that transaction
record MongoCommand(
        String name,
        String target,
        Map<String, String> fields,
        String session,
        long transaction,
        boolean starts) {

    /// Characters of one field.
    private static final int LONGEST = 10_000;

    static MongoCommand of(Envelope envelope) {
        var read = new Reading();
        try {
            envelope.parts().forEach(read::part);
        } catch (RuntimeException e) {
            if (envelope.whole() || read.name.isEmpty()) {
                throw e;
            }
        }
        return read.command();
    }

    /// A command while it is read; the end of one that was not looked at whole is missing.
    private static final class Reading {
        private final Map<String, String> fields = new LinkedHashMap<>();
        private String name = "";
        private String target = "";
        private String session = "";
        private long number = -1;
        private boolean inTransaction;
        private boolean starts;

        void part(Envelope.Part part) {
            if (part.body()) {
                body(part.reader());
            } else {
                fields.put(part.field(), sequence(part));
            }
        }

        private void body(BsonBinaryReader reader) {
            reader.readStartDocument();
            for (BsonType type = reader.readBsonType();
                    type != BsonType.END_OF_DOCUMENT;
                    type = reader.readBsonType()) {
                String field = reader.readName();
                if (name.isEmpty()) {
                    name = field;
                    target = type == BsonType.STRING ? reader.readString() : rest(field, reader);
                } else {
                    field(field, type, reader);
                }
            }
        }

        /// A first field that names no collection says something else, or is a mere 1.
        private String rest(String field, BsonBinaryReader reader) {
            String value = BsonText.value(reader, LONGEST);
            if (!value.equals("1") && !field.equals("getMore")) {
                fields.put("", value);
            }
            return "";
        }

        private void field(String field, BsonType type, BsonBinaryReader reader) {
            switch (field) {
                case "lsid" -> session = BsonText.value(reader, LONGEST);
                case "txnNumber" -> number = whole(type, reader);
                case "autocommit" -> inTransaction = !yes(type, reader);
                case "startTransaction" -> starts = yes(type, reader);
                case "collection" -> target = plain(BsonText.value(reader, LONGEST));
                case "updates", "deletes" -> fields.put(field, writes(type, reader));
                case "pwd" -> {
                    reader.skipValue();
                    fields.put(field, "\"***\"");
                }
                default -> fields.put(field, BsonText.value(reader, LONGEST));
            }
        }

        private static long whole(BsonType type, BsonBinaryReader reader) {
            if (type == BsonType.INT64) {
                return reader.readInt64();
            }
            reader.skipValue();
            return -1;
        }

        private static boolean yes(BsonType type, BsonBinaryReader reader) {
            if (type == BsonType.BOOLEAN) {
                return reader.readBoolean();
            }
            reader.skipValue();
            return true;
        }

        private static String plain(String quoted) {
            return quoted.startsWith("\"") ? quoted.substring(1, quoted.length() - 1) : quoted;
        }

        private static String writes(BsonType type, BsonBinaryReader reader) {
            if (type != BsonType.ARRAY) {
                return BsonText.value(reader, LONGEST);
            }
            var writes = new ArrayList<String>();
            int length = 0;
            reader.readStartArray();
            while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
                if (length > LONGEST || reader.getCurrentBsonType() != BsonType.DOCUMENT) {
                    reader.skipValue();
                } else {
                    writes.add(CommandText.write(document(reader)));
                    length += writes.getLast().length();
                }
            }
            reader.readEndArray();
            return joined(writes, length);
        }

        private static String sequence(Envelope.Part part) {
            boolean bare = part.field().equals("updates") || part.field().equals("deletes");
            var texts = new ArrayList<String>();
            int length = 0;
            for (Envelope.Part one : part.each()) {
                if (length <= LONGEST) {
                    texts.add(text(one, bare));
                    length += texts.getLast().length();
                }
            }
            return bare ? joined(texts, length) : "[" + joined(texts, length) + "]";
        }

        private static String text(Envelope.Part document, boolean bare) {
            BsonBinaryReader reader = document.reader();
            return bare ? CommandText.write(document(reader)) : BsonText.document(reader, LONGEST);
        }

        private static String joined(List<String> texts, int length) {
            return String.join(",", texts) + (length > LONGEST ? BsonText.CUT : "");
        }

        private static Map<String, String> document(BsonBinaryReader reader) {
            Map<String, String> fields = new LinkedHashMap<>();
            reader.readStartDocument();
            while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
                String field = reader.readName();
                fields.put(field, BsonText.value(reader, LONGEST));
            }
            reader.readEndDocument();
            return fields;
        }

        MongoCommand command() {
            return new MongoCommand(
                    name, target, fields, session, inTransaction ? number : -1, starts);
        }
    }
}
