package dev.backwright.academy.catalog;

import dev.backwright.academy.platform.Premises;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What people believe who hand in wrong answers: `misconceptions.yaml`, read when first asked for.
@Component
public final class Misconceptions {

    private final Supplier<Map<String, Misconception>> all;

    Misconceptions(Premises premises) {
        var file = premises.places().course().resolve("misconceptions.yaml");
        this.all = SingletonSupplier.of(() -> read(file));
    }

    /// @param says the belief, in one sentence
    /// @param production what it does there, in one sentence
    public record Misconception(String id, String says, String production) {}

    /// A course of somebody's own may have none.
    public Optional<Misconception> find(String id) {
        return Optional.ofNullable(all.get().get(id));
    }

    private static Map<String, Misconception> read(Path file) {
        var read = new HashMap<String, Misconception>();
        if (Files.notExists(file)) {
            return read;
        }
        try {
            for (JsonNode each : new YAMLMapper().readTree(Files.readString(file))) {
                var id = each.path("id").asString("");
                read.put(
                        id,
                        new Misconception(
                                id,
                                each.path("says").asString(""),
                                each.path("production").asString("")));
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
