package dev.backwright.services.mongo;

import dev.backwright.services.wire.SeenEntry;
import java.util.function.Consumer;
import org.bson.BsonBinaryReader;
import org.bson.BsonType;

/// What a server answers, as far as a statement's end is told by it.
final class Reply {

    private final BsonBinaryReader reader;
    private boolean ok = true;
    private final Trouble trouble = new Trouble();
    private final Trouble write = new Trouble();
    private final Trouble concern = new Trouble();
    private long touched = -1;
    private long modified = -1;
    private long upserted;
    private long came = -1;

    private Reply(BsonBinaryReader reader) {
        this.reader = reader;
    }

    /// What an answer, or one part of it, says went wrong.
    private static final class Trouble {
        private String message = "";
        private String name = "";
        private long code;

        boolean said() {
            return !message.isEmpty() || code != 0;
        }

        @Override
        public String toString() {
            String words = (name + (code == 0 ? "" : " " + code)).strip();
            return words.isEmpty() ? message : message + " (" + words + ")";
        }
    }

    /// Reads what was looked at: of a long answer the documents are counted as far as they were seen.
    static Reply of(Envelope envelope) {
        BsonBinaryReader reader =
                envelope.parts().stream()
                        .filter(Envelope.Part::body)
                        .findFirst()
                        .orElseThrow()
                        .reader();
        var reply = new Reply(reader);
        try {
            reply.answer();
        } catch (RuntimeException e) {
            if (envelope.whole()) {
                throw e;
            }
        }
        return reply;
    }

    /// Ends the statement; one that had ended before has got more.
    void tell(SeenEntry entry) {
        if (concern.said()) {
            entry.note("write concern: " + concern);
        }
        if (!entry.open()) {
            entry.came(Math.max(0, rows()));
        } else if (!ok) {
            entry.failed(trouble.toString());
        } else if (write.said()) {
            entry.came(Math.max(0, rows()));
            entry.failed(write.toString());
        } else {
            entry.done(rows());
        }
    }

    /// Documents that came, or that were inserted, changed or deleted.
    private long rows() {
        if (came >= 0) {
            return came;
        }
        return modified >= 0 ? modified + upserted : touched;
    }

    private void answer() {
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            field(reader.readName());
        }
    }

    private void field(String name) {
        switch (name) {
            case "ok" -> ok = number() != 0;
            case "errmsg", "codeName", "code" -> trouble(name, trouble);
            case "n" -> touched = number();
            case "nModified" -> modified = number();
            case "upserted" -> items(this::upserted);
            case "values" -> count();
            case "cursor" -> fields(this::batch);
            case "writeErrors" -> items(this::writeError);
            case "writeConcernError" -> fields(inner -> trouble(inner, concern));
            case "lastErrorObject" -> fields(this::lastError);
            default -> reader.skipValue();
        }
    }

    private void batch(String name) {
        if (name.equals("firstBatch") || name.equals("nextBatch")) {
            count();
        } else {
            reader.skipValue();
        }
    }

    private void lastError(String name) {
        if (name.equals("n")) {
            touched = number();
        } else {
            reader.skipValue();
        }
    }

    private void trouble(String name, Trouble told) {
        switch (name) {
            case "errmsg" -> told.message = text();
            case "codeName" -> told.name = text();
            case "code" -> told.code = number();
            default -> reader.skipValue();
        }
    }

    private void upserted() {
        reader.skipValue();
        upserted++;
    }

    /// The first one is what the statement is told.
    private void writeError() {
        if (write.said()) {
            reader.skipValue();
        } else {
            fields(name -> trouble(name, write));
        }
    }

    private void count() {
        came = 0;
        items(() -> {
            reader.skipValue();
            came++;
        });
    }

    private void fields(Consumer<String> each) {
        if (reader.getCurrentBsonType() != BsonType.DOCUMENT) {
            reader.skipValue();
            return;
        }
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            each.accept(reader.readName());
        }
        reader.readEndDocument();
    }

    private void items(Runnable each) {
        if (reader.getCurrentBsonType() != BsonType.ARRAY) {
            reader.skipValue();
            return;
        }
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            each.run();
        }
        reader.readEndArray();
    }

    private long number() {
        return switch (reader.getCurrentBsonType()) {
            case INT32 -> reader.readInt32();
            case INT64 -> reader.readInt64();
            case DOUBLE -> (long) reader.readDouble();
            case BOOLEAN -> reader.readBoolean() ? 1 : 0;
            default -> {
                reader.skipValue();
                yield 0;
            }
        };
    }

    private String text() {
        if (reader.getCurrentBsonType() == BsonType.STRING) {
            return reader.readString();
        }
        reader.skipValue();
        return "";
    }
}
