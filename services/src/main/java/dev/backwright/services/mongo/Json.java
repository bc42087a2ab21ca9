package dev.backwright.services.mongo;

import org.bson.BsonArray;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.bson.json.JsonParseException;

/// JSON as authors write it, and BSON in bytes.
final class Json {

    private Json() {}

    static BsonDocument document(String json) {
        try {
            return BsonDocument.parse(json);
        } catch (JsonParseException e) {
            throw unreadable(json, e);
        }
    }

    static BsonArray array(String json) {
        try {
            return BsonArray.parse(json);
        } catch (JsonParseException e) {
            throw unreadable(json, e);
        }
    }

    /// One document, or an array of them.
    static BsonArray documents(String json) {
        if (json.strip().startsWith("[")) {
            return array(json);
        }
        var one = new BsonArray();
        one.add(document(json));
        return one;
    }

    static byte[] bytes(BsonDocument document) {
        try (var body = new BasicOutputBuffer();
                var writer = new BsonBinaryWriter(body)) {
            new BsonDocumentCodec().encode(writer, document, EncoderContext.builder().build());
            return body.toByteArray();
        }
    }

    private static IllegalArgumentException unreadable(String json, JsonParseException e) {
        return new IllegalArgumentException("no JSON: " + json.strip() + ": " + e.getMessage(), e);
    }
}
