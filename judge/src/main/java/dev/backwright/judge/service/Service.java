package dev.backwright.judge.service;

import dev.backwright.judge.seen.Origin;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// One kind of service as long as the judge lives. Its server is started when first needed. Safe for many threads.
public interface Service extends AutoCloseable {

    Kind kind();

    /// A fresh one for one check.
    ///
    /// @param data the lab's `data.*` files: their texts by name
    /// @param origin from which what is seen is counted
    /// @throws dev.backwright.services.ServiceMissing where this machine has no such server
    OpenService open(Map<String, String> data, Origin origin);

    /// Why its server at hand cannot do one of these, in a sentence; empty where it can do all.
    ///
    /// @param abilities names of this kind of service's own
    default Optional<String> lacking(Collection<String> abilities) {
        return Optional.empty();
    }

    /// The version of its server; empty before it was first started.
    Optional<String> version();

    /// Ends its servers.
    @Override
    void close();
}
