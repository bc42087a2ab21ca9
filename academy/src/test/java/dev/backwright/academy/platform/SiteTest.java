package dev.backwright.academy.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTest {

    @Test
    void aloneThereIsNobodyElse() {
        var places = Places.from(name -> null, name -> null);
        assertEquals(Site.SOLO, places.site());
        assertFalse(places.judges().apart());
    }

    /// Beside other people's programs stand the secrets of all.
    @Test
    void forOthersJudgesWorkApartUnlessToldOtherwise() {
        var others = Map.of("BACKWRIGHT_PEOPLE", "others");
        var places = Places.from(name -> null, others::get);
        assertTrue(places.site().many());
        assertTrue(places.judges().apart());
        var told = Map.of("BACKWRIGHT_PEOPLE", "others", "BACKWRIGHT_JUDGES", "here");
        assertFalse(Places.from(name -> null, told::get).judges().apart());
    }

    @ParameterizedTest
    @CsvSource({
        "https://learn.example, https://learn.example",
        "https://Learn.Example/, https://learn.example",
        "https://learn.example:8443, https://learn.example:8443",
        "http://localhost:8080, http://localhost:8080",
    })
    void anAddressIsSchemeAndHost(String given, String url) {
        assertEquals(URI.create(url), Site.of("others", given).url());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "learn.example",
                "https://learn.example/academy",
                "https://me@learn.example",
                "https://learn.example?a",
                "ftp://learn.example",
                "https://",
                "a b"
            })
    void anythingElseIsSaidAtTheStart(String given) {
        var refused = assertThrows(CannotStart.class, () -> Site.of("others", given));
        assertTrue(refused.says().contains("https://learn.example"), refused.says());
        assertEquals(64, refused.exitCode());
    }

    @Test
    void passwordsDoNotTravelInClear() {
        var refused =
                assertThrows(CannotStart.class, () -> Site.of("others", "http://learn.example"));
        assertTrue(refused.says().contains("in clear"), refused.says());
    }

    @Test
    void aloneThereIsNoOtherAddress() {
        var refused =
                assertThrows(CannotStart.class, () -> Site.of("oneself", "https://learn.example"));
        assertTrue(refused.says().contains("BACKWRIGHT_PEOPLE=others"), refused.says());
        assertThrows(CannotStart.class, () -> Site.of("everybody", null));
    }

    @Test
    void passkeysWantAName() {
        assertEquals("localhost", Site.of("others", null).name().orElseThrow());
        assertEquals(
                "learn.example",
                Site.of("others", "https://learn.example:8443").name().orElseThrow());
        for (var number :
                new String[] {"https://192.0.2.1", "http://127.0.0.1:80", "http://[::1]"}) {
            var site = Site.of("others", number);
            assertTrue(site.name().isEmpty(), number);
            assertEquals(PasskeyDemand.OFFERED, site.demanding("offered").passkeys());
            assertThrows(CannotStart.class, () -> site.demanding("admins"));
        }
    }

    @Test
    void passkeysAreDemandedOfThoseWhoSignIn() {
        var others = Map.of("BACKWRIGHT_PEOPLE", "others", "BACKWRIGHT_PASSKEYS", "leaders");
        assertEquals(
                PasskeyDemand.LEADERS, Places.from(name -> null, others::get).site().passkeys());
        assertThrows(CannotStart.class, () -> Site.SOLO.demanding("admins"));
        var refused =
                assertThrows(CannotStart.class, () -> Site.of("others", null).demanding("all"));
        assertTrue(refused.says().contains("offered, leaders or admins"), refused.says());
    }
}
