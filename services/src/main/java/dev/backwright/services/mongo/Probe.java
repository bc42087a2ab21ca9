package dev.backwright.services.mongo;

import dev.backwright.services.ServiceException;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/// A small program that ends well on a server with a certain capability. Each step is
///
/// - `{"run": command}`: it has to succeed,
/// - `{"run": command, "code": 121}`: it has to be refused with that code,
/// - `{"run": command, "gives": [documents]}`: its cursor has to hold exactly these,
/// - `{"run": command, "answer": {field: value}}`: its answer has to hold these fields;
///
/// `"in": "admin"` where it goes to another database.
record Probe(BsonArray steps) {

    /// Whether it looks at anything a server could get wrong.
    boolean asks() {
        return steps.stream()
                .map(BsonValue::asDocument)
                .anyMatch(step ->
                        step.containsKey("code")
                                || step.containsKey("gives")
                                || step.containsKey("answer"));
    }

    boolean holds(Session session) {
        try {
            return steps.stream().allMatch(step -> holds(session, step.asDocument()));
        } catch (ServiceException refusedOrGone) {
            return false;
        }
    }

    private static boolean holds(Session session, BsonDocument step) {
        BsonDocument command = step.getDocument("run");
        if (step.containsKey("code")) {
            return refused(session, command, step.getNumber("code").intValue());
        }
        if (step.containsKey("gives")) {
            return same(step.getArray("gives"), session.all(command));
        }
        BsonDocument answer =
                session.run(
                        step.getString("in", new BsonString(session.database())).getValue(),
                        command);
        return step.getDocument("answer", new BsonDocument()).entrySet().stream()
                .allMatch(field -> same(field.getValue(), answer.get(field.getKey())));
    }

    private static boolean refused(Session session, BsonDocument command, int code) {
        try {
            session.run(command);
            return false;
        } catch (MongoException e) {
            return e.code() == code;
        }
    }

    /// The order of fields does not matter, and numbers are the same when they are worth the same.
    private static boolean same(BsonValue expected, @Nullable BsonValue seen) {
        return seen != null && plain(expected).equals(plain(seen));
    }

    private static BsonValue plain(BsonValue value) {
        return switch (value.getBsonType()) {
            case INT32, INT64, DOUBLE -> new BsonDouble(value.asNumber().doubleValue());
            case ARRAY -> new BsonArray(value.asArray().stream().map(Probe::plain).toList());
            case DOCUMENT -> {
                var document = new BsonDocument();
                value.asDocument().forEach((name, field) -> document.append(name, plain(field)));
                yield document;
            }
            default -> value;
        };
    }
}
