package dev.backwright.services.mongo;

import dev.backwright.services.wire.Endpoint;
import dev.backwright.services.wire.ServiceWire;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/// A throw-away database. What is asked here goes straight to the server, past any wire.
///
/// Commands, filters and documents are JSON as in MongoDB's shell: names may stand without quotes, `{"$date": …}` and its like
/// are understood. What comes back is Java's: whole numbers are `Long`, others `Double` or `BigDecimal`; an ObjectId is its 24
/// digits and a date its ISO text, as a program would send them as JSON.
public final class MongoDatabase implements AutoCloseable {

    private final Place place;
    private final Session session;
    private final MongoProtocol protocol = new MongoProtocol();
    private final ServiceWire wire;
    private boolean closed;

    MongoDatabase(Place place) {
        this.place = place;
        this.session = Session.open(place.login());
        var login = place.login();
        this.wire =
                new ServiceWire(
                        new Endpoint(
                                "mongo",
                                new InetSocketAddress(login.host(), login.port()),
                                login::url,
                                protocol::idle),
                        protocol);
    }

    /// How its owner connects.
    public MongoLogin login() {
        return place.login();
    }

    /// The wire on which the learner's program comes here.
    public ServiceWire wire() {
        return wire;
    }

    /// From now on the wire also takes down what drivers ask for themselves, such as `hello` and `ping`.
    public void countHousekeeping() {
        protocol.countAll();
    }

    /// Runs a database command.
    ///
    /// @throws MongoException when the server refuses it, or one of its writes
    public Map<String, @Nullable Object> run(String command) {
        return PlainValues.document(session.run(Json.document(command)));
    }

    /// Puts documents into a collection.
    ///
    /// @param documents one, or an array of them
    public void insert(String collection, String documents) {
        insert(collection, Json.documents(documents));
    }

    private void insert(String collection, BsonArray documents) {
        session.run(
                new BsonDocument("insert", new BsonString(collection))
                        .append("documents", documents));
    }

    /// Puts documents into several collections.
    ///
    /// @param collections an object: the name of each collection with an array of documents
    public void fill(String collections) {
        Json.document(collections)
                .forEach((collection, documents) -> {
                    if (!documents.asArray().isEmpty()) {
                        insert(collection, documents.asArray());
                    }
                });
    }

    /// The documents that match, in the order in which the server gives them, 10,000 at most.
    public List<Map<String, @Nullable Object>> find(String collection, String filter) {
        return all(
                new BsonDocument("find", new BsonString(collection))
                        .append("filter", Json.document(filter)));
    }

    /// What comes out of a pipeline.
    ///
    /// @param pipeline an array of stages
    public List<Map<String, @Nullable Object>> aggregate(String collection, String pipeline) {
        return all(
                new BsonDocument("aggregate", new BsonString(collection))
                        .append("pipeline", Json.array(pipeline))
                        .append("cursor", new BsonDocument()));
    }

    /// The indexes of a collection, each as the server describes it; none where there is no such collection.
    public List<Map<String, @Nullable Object>> indexes(String collection) {
        try {
            return all(new BsonDocument("listIndexes", new BsonString(collection)));
        } catch (MongoException e) {
            if (e.code() == MongoException.NO_SUCH_COLLECTION) {
                return List.of();
            }
            throw e;
        }
    }

    private List<Map<String, @Nullable Object>> all(BsonDocument command) {
        return PlainValues.documents(session.all(command));
    }

    /// Drops the database, and its user where it has one, whoever is still connected.
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            wire.close();
            session.close();
            place.release().run();
        }
    }
}
