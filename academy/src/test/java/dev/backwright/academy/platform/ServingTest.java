package dev.backwright.academy.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServingTest {

    private static final Map<String, String> OTHERS =
            Map.of("BACKWRIGHT_PEOPLE", "others", "BACKWRIGHT_URL", "https://learn.example");

    @Test
    void untoldItIsForThisMachineAndTellsNoMetrics() {
        assertEquals(Serving.STANDARD, Places.from(name -> null, name -> null).serving());
        assertEquals(Serving.STANDARD, Places.from(name -> null, OTHERS::get).serving());
    }

    @Test
    void secretsMayLieInFiles(@TempDir Path folder) throws Exception {
        var token = Files.writeString(folder.resolve("token"), "0123456789abcdef\n");
        var password = Files.writeString(folder.resolve("password"), "secret\n");
        var told = new HashMap<>(OTHERS);
        told.put("BACKWRIGHT_METRICS_TOKEN_FILE", token.toString());
        told.put("BACKWRIGHT_DATABASE_URL", "jdbc:postgresql://db/backwright");
        told.put("BACKWRIGHT_DATABASE_PASSWORD_FILE", password.toString());
        told.put("BACKWRIGHT_LISTEN", "0.0.0.0");
        told.put("BACKWRIGHT_DRAIN", "5");
        var places = Places.from(name -> null, told::get);
        assertEquals(
                new Serving("0.0.0.0", "0123456789abcdef", Duration.ofSeconds(5)),
                places.serving());
        assertEquals(
                new Places.Login("jdbc:postgresql://db/backwright", "backwright", "secret"),
                places.database());
        told.put("BACKWRIGHT_METRICS_TOKEN_FILE", "/nowhere");
        var refused = assertThrows(CannotStart.class, () -> Places.from(it -> null, told::get));
        assertTrue(refused.says().contains("/nowhere"), refused.says());
    }

    @ParameterizedTest
    @CsvSource({
        "BACKWRIGHT_LISTEN, learn.example",
        "BACKWRIGHT_LISTEN, 1.2.3.4.5",
        "BACKWRIGHT_METRICS_TOKEN, short",
        "BACKWRIGHT_DRAIN, -1",
        "BACKWRIGHT_DRAIN, 121",
        "BACKWRIGHT_DRAIN, soon",
        "BACKWRIGHT_LOGS, xml",
        "BACKWRIGHT_QUOTA, 0",
        "BACKWRIGHT_QUOTA, 1 GB",
        "BACKWRIGHT_TRACES, collector:4318",
        "BACKWRIGHT_TRACES, http://",
        "BACKWRIGHT_ORIGINS, *",
        "BACKWRIGHT_ORIGINS, null",
        "BACKWRIGHT_ORIGINS, app.example",
        "BACKWRIGHT_ORIGINS, //app.example",
        "BACKWRIGHT_ORIGINS, https://*.example",
        "BACKWRIGHT_ORIGINS, http://app.example",
        "BACKWRIGHT_ORIGINS, https://app.example/",
        "BACKWRIGHT_ORIGINS, https://app.example:443",
        "BACKWRIGHT_ORIGINS, https://app.example:x",
        "BACKWRIGHT_ORIGINS, https://me@app.example",
        "BACKWRIGHT_ORIGINS, https://app.example?",
        "BACKWRIGHT_ORIGINS, 'https://app.example,'",
        "BACKWRIGHT_ORIGINS, https://app.example https://b.example",
    })
    void whatIsSetWronglyIsSaidAtTheStart(String setting, String value) {
        var told = new HashMap<>(OTHERS);
        told.put(setting, value);
        var refused = assertThrows(CannotStart.class, () -> Places.from(it -> null, told::get));
        assertTrue(refused.says().contains(setting), refused.says());
        assertEquals(64, refused.exitCode());
    }

    @Test
    void howMuchOnePersonMayStoreIsSetForManyAlone() {
        var told = new HashMap<>(OTHERS);
        told.put("BACKWRIGHT_QUOTA", "5");
        assertEquals(Serving.STANDARD.withQuota(5), Places.from(name -> null, told::get).serving());
        var alone = Map.of("BACKWRIGHT_QUOTA", "5");
        var refused = assertThrows(CannotStart.class, () -> Places.from(it -> null, alone::get));
        assertTrue(refused.says().contains("BACKWRIGHT_PEOPLE=others"), refused.says());
    }

    @Test
    void originsAreThoseOfOthersPages() {
        var told = new HashMap<>(OTHERS);
        told.put("BACKWRIGHT_ORIGINS", "https://App.example, http://localhost:3000");
        assertEquals(
                Set.of("https://app.example", "http://localhost:3000"),
                Places.from(name -> null, told::get).serving().origins());
        var alone = Map.of("BACKWRIGHT_ORIGINS", "https://app.example");
        var refused = assertThrows(CannotStart.class, () -> Places.from(it -> null, alone::get));
        assertTrue(refused.says().contains("BACKWRIGHT_PEOPLE=others"), refused.says());
    }

    @Test
    void soloModeIsForThisMachineAlone() {
        var told = Map.of("BACKWRIGHT_LISTEN", "0.0.0.0");
        var refused = assertThrows(CannotStart.class, () -> Places.from(it -> null, told::get));
        assertTrue(refused.says().contains("BACKWRIGHT_PEOPLE=others"), refused.says());
    }
}
