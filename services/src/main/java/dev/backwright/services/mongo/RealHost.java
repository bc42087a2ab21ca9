package dev.backwright.services.mongo;

import dev.backwright.services.ServiceException;
import dev.backwright.services.server.Credentials;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/// A real server: each gets a database and a user with rights to nothing else.
final class RealHost implements Host {

    private static final int USER_NOT_FOUND = 11;

    private final MongoLogin admin;
    private final AtomicLong number = new AtomicLong();
    private @Nullable Session session;
    private @Nullable String version;

    RealHost(MongoLogin admin) {
        this.admin = admin;
    }

    @Override
    public Place place() {
        String name =
                "lab_%d_%s"
                        .formatted(number.incrementAndGet(), Credentials.random().substring(0, 12));
        String password = Credentials.random();
        var role =
                new BsonDocument("role", new BsonString("dbOwner"))
                        .append("db", new BsonString(name));
        session()
                .run(
                        name,
                        new BsonDocument("createUser", new BsonString(name))
                                .append("pwd", new BsonString(password))
                                .append("roles", new BsonArray(java.util.List.of(role))));
        return new Place(admin.as(name, password, name), () -> drop(name));
    }

    private void drop(String name) {
        session().run(name, new BsonDocument("dropDatabase", new BsonInt32(1)));
        try {
            session().run(name, new BsonDocument("dropUser", new BsonString(name)));
        } catch (MongoException e) {
            if (e.code() != USER_NOT_FOUND) {
                throw e;
            }
        }
    }

    @Override
    public synchronized String version() {
        if (version == null) {
            version =
                    session()
                            .run("admin", new BsonDocument("buildInfo", new BsonInt32(1)))
                            .getString("version")
                            .getValue();
        }
        return version;
    }

    private synchronized Session session() {
        if (session == null || !session.usable()) {
            if (admin.user().isEmpty()) {
                throw new ServiceException(
                        "backwright.mongo.url names no user: give one who may create users, as mongodb://user:password@host:port.");
            }
            session = Session.open(admin);
        }
        return session;
    }

    @Override
    public synchronized void close() {
        if (session != null) {
            session.close();
        }
    }
}
