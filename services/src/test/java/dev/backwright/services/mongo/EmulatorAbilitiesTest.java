package dev.backwright.services.mongo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EmulatorAbilitiesTest {

    private static final Path PAGE = Path.of("..", "docs", "mongodb.md");

    @Test
    void theEmulatorHasAndLacksWhatIsWrittenDown() throws IOException {
        Set<String> lacking = new TreeSet<>();
        try (var server = MongoServer.emulated()) {
            for (String name : Capabilities.names()) {
                server.lacking(List.of(name)).ifPresent(lacking::add);
            }
        }
        Set<String> having = new TreeSet<>(Capabilities.names());
        having.removeAll(lacking);
        assertEquals(having, written("The emulator has\n\n"));
        assertEquals(lacking, written("and lacks\n\n"));
    }

    private static Set<String> written(String before) throws IOException {
        String page = Files.readString(PAGE);
        String paragraph =
                page.substring(page.indexOf(before) + before.length()).split("\n\n", 2)[0];
        return Pattern.compile("`([^`]+)`")
                .matcher(paragraph)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void noCapabilityIsProvedByAProgramThatAsksNothing() {
        assertFalse(Capabilities.names().isEmpty());
        var nothing = new Probe(new org.bson.BsonArray());
        assertFalse(nothing.asks(), "an empty program asks nothing");
        Capabilities.probes().forEach((name, probe) -> assertEquals(true, probe.asks(), name));
    }
}
