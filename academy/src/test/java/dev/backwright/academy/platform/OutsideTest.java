package dev.backwright.academy.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutsideTest {

    private static final Map<String, String> SCHOOL =
            Map.of(
                    "BACKWRIGHT_PEOPLE", "others",
                    "BACKWRIGHT_SIGN_IN", "github, school",
                    "BACKWRIGHT_SIGN_IN_GITHUB_ID", "gh",
                    "BACKWRIGHT_SIGN_IN_GITHUB_SECRET", "hush",
                    "BACKWRIGHT_SIGN_IN_SCHOOL_ISSUER", "https://id.school.example",
                    "BACKWRIGHT_SIGN_IN_SCHOOL_NAME", "the school",
                    "BACKWRIGHT_SIGN_IN_SCHOOL_ID", "bw",
                    "BACKWRIGHT_SIGN_IN_SCHOOL_SECRET", "hush",
                    "BACKWRIGHT_MAIL", "smtp://mail.example:587",
                    "BACKWRIGHT_MAIL_FROM", "academy@learn.example");

    private static Outside told(Map<String, String> environment) {
        return Places.from(name -> null, environment::get).outside();
    }

    @Test
    void providersAreNamedAndSecretsMayLieInFiles(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("secret"), "from a file\n");
        var settings = new HashMap<>(SCHOOL);
        settings.remove("BACKWRIGHT_SIGN_IN_SCHOOL_SECRET");
        settings.put("BACKWRIGHT_SIGN_IN_SCHOOL_SECRET_FILE", file.toString());
        var providers = told(settings).providers();
        assertEquals(
                List.of("GitHub", "the school"),
                providers.stream().map(ProviderAccess::name).toList());
        assertEquals("from a file", providers.getLast().secret());
        assertFalse(told(SCHOOL).toString().contains("hush"));
    }

    @ParameterizedTest
    @CsvSource({
        "BACKWRIGHT_PEOPLE, oneself",
        "BACKWRIGHT_SIGN_IN, ../x",
        "BACKWRIGHT_SIGN_IN, 'school,school'",
        "BACKWRIGHT_SIGN_IN_SCHOOL_ISSUER, http://id.school.example",
        "BACKWRIGHT_SIGN_IN_SCHOOL_ISSUER, ''",
        "BACKWRIGHT_SIGN_IN_SCHOOL_ID, ''",
        "BACKWRIGHT_SIGN_IN_SCHOOL_SECRET, ''",
        "BACKWRIGHT_MAIL, mail.example",
        "BACKWRIGHT_MAIL, smtp://me@mail.example",
        "BACKWRIGHT_MAIL_FROM, nobody",
    })
    void whatIsWrongIsSaidAtTheStart(String name, String value) {
        var settings = new HashMap<>(SCHOOL);
        settings.put(name, value);
        var refused = assertThrows(CannotStart.class, () -> told(settings));
        var says = name.equals("BACKWRIGHT_PEOPLE") ? "BACKWRIGHT_PEOPLE=others" : name;
        assertTrue(refused.says().contains(says), refused.says());
        assertEquals(64, refused.exitCode());
    }
}
