package dev.backwright.judge.mongo;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Mongo;
import dev.backwright.checks.Seen;
import dev.backwright.checks.Unmet;
import dev.backwright.checks.Wire;
import dev.backwright.judge.seen.Failing;
import dev.backwright.judge.seen.Origin;
import dev.backwright.judge.seen.Sighting;
import dev.backwright.judge.service.OpenService;
import dev.backwright.judge.wire.LearnersWire;
import dev.backwright.services.ServiceException;
import dev.backwright.services.mongo.MongoDatabase;
import dev.backwright.services.mongo.MongoException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// A submission's database during one check.
final class LearnersMongo implements Mongo, OpenService {

    /// What the learner's program can bring about: a key that is there already, a document its validator refuses, an index or a
    /// view that is in the way. https://github.com/mongodb/mongo/blob/master/src/mongo/base/error_codes.yml
    private static final Set<Integer> LEARNERS_DOING = Set.of(11000, 121, 85, 86, 48, 166);

    private final MongoDatabase database;
    private final LearnersWire wire;

    LearnersMongo(MongoDatabase database, Origin origin) {
        this.database = database;
        this.wire = new LearnersWire(database.wire(), origin);
    }

    @Override
    public Mongo words() {
        return this;
    }

    @Override
    public String address() {
        return database.login().url();
    }

    @Override
    public boolean isAlive() {
        try {
            database.run("{\"ping\": 1}");
            return true;
        } catch (ServiceException gone) {
            return false;
        }
    }

    @Override
    public dev.backwright.sandbox.Wire towards(String variable) {
        return wire.towards(variable);
    }

    @Override
    public void given(String collection, String documents) {
        orUnmet(() -> {
            database.insert(collection, documents);
            return true;
        });
    }

    @Override
    public Seen run(String command) {
        return Sighting.of(command.strip(), orUnmet(() -> database.run(command)), Failing.PLAIN);
    }

    @Override
    public Documents find(String collection, String filter) {
        return new SeenDocuments(
                "find " + collection + " " + filter.strip(),
                orUnmet(() -> database.find(collection, filter)));
    }

    @Override
    public Documents aggregate(String collection, String stages) {
        return new SeenDocuments(
                "aggregate " + collection + " " + stages.strip(),
                orUnmet(() -> database.aggregate(collection, stages)));
    }

    @Override
    public Documents indexes(String collection) {
        return new SeenDocuments(
                "indexes of " + collection, orUnmet(() -> database.indexes(collection)));
    }

    @Override
    public Wire wire() {
        return wire;
    }

    @Override
    public void countHousekeeping() {
        database.countHousekeeping();
    }

    @Override
    public List<Evidence> evidence() {
        return wire.evidence();
    }

    @Override
    public List<Evidence.Wires.Step> steps() {
        return wire.steps();
    }

    private <T> T orUnmet(Supplier<T> command) {
        try {
            return command.get();
        } catch (MongoException e) {
            if (LEARNERS_DOING.contains(e.code())) {
                throw new Unmet(
                        "The database is not as the lab made it: " + e.getMessage(), evidence());
            }
            throw e;
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
