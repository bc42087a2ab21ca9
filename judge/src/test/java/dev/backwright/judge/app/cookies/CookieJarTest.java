package dev.backwright.judge.app.cookies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.judge.app.cookies.CookieJar.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CookieJarTest {

    private static final Instant BEGIN = Instant.parse("2026-11-25T12:00:00Z");

    private Instant now = BEGIN;
    private final CookieJar jar = new CookieJar(() -> now);

    @Test
    void theLatestOfANameWinsAndLongerPathsComeFirst() {
        set("a=1");
        set("b=2; Path=/shop");
        set("a=3");
        assertEquals("b=2; a=3", sent("/shop/cart"));
        assertEquals("a=3", sent("/shopping"));
        assertEquals("b=2; a=3", sent("/shop?x=/"));
    }

    @Test
    void withoutAPathItIsForTheFolderItCameFrom() {
        jar.keep(SetCookie.of("a=1").orElseThrow(), Place.of("localhost", "/docs/web/x", false));
        assertEquals("a=1", sent("/docs/web"));
        assertEquals("a=1", sent("/docs/web/y/z"));
        assertEquals("", sent("/docs/webs"));
        assertEquals("", sent("/docs"));
    }

    @Test
    void whatIsOverIsForgotten() {
        set("a=1; Max-Age=10; Expires=Thu, 01 Jan 1970 00:00:00 GMT");
        set("b=2; Expires=Wed, 25 Nov 2026 12:00:20 GMT");
        assertEquals("a=1; b=2", sent("/"));
        now = BEGIN.plusSeconds(10);
        assertEquals("b=2", sent("/"));
        set("b=; Max-Age=0");
        assertEquals("", sent("/"));
    }

    @Test
    void secureOnesNeitherComeNorGoInTheClear() {
        set("a=1; Secure");
        Place safe = Place.of("localhost", "/", true);
        assertEquals(Optional.empty(), jar.header(safe));
        jar.keep(SetCookie.of("a=1; Secure").orElseThrow(), safe);
        assertEquals("", sent("/"));
        assertEquals(Optional.of("a=1"), jar.header(safe));
    }

    @Test
    void domainsReachDownwardsOnly() {
        jar.keep(
                SetCookie.of("a=1; Domain=.Shop.example").orElseThrow(),
                Place.of("www.shop.example:80", "/", false));
        jar.keep(
                SetCookie.of("b=1; Domain=other.example").orElseThrow(),
                Place.of("www.shop.example", "/", false));
        assertEquals(Optional.of("a=1"), jar.header(Place.of("api.shop.example", "/", false)));
        assertEquals(Optional.empty(), jar.header(Place.of("evilshop.example", "/", false)));
        assertEquals("", sent("/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "__Host-a=1; Path=/",
                "__Host-a=1; Secure; Path=/x",
                "__Secure-a=1",
                "=1",
                "; Secure",
                "novalue",
            })
    void whatABrowserRefusesIsNotKept(String line) {
        Place safe = Place.of("localhost", "/", true);
        SetCookie.of(line).ifPresent(cookie -> jar.keep(cookie, safe));
        assertEquals(Optional.empty(), jar.header(safe));
    }

    @Test
    void aFloodOfCookiesIsBounded() {
        for (int i = 0; i < 10_000; i++) {
            set("c" + i + "=" + i);
        }
        assertEquals(50, sent("/").split("; ", -1).length);
        assertTrue(SetCookie.of("a=" + "x".repeat(5000)).isEmpty());
        assertEquals(
                Duration.ofDays(400L * 366),
                SetCookie.of("a=1; Max-Age=" + "9".repeat(5000)).orElseThrow().lifetime(now).get());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Wed, 09 Jun 2027 10:18:14 GMT | 2027-06-09T10:18:14Z",
                "Wednesday, 09-Jun-27 10:18:14 GMT | 2027-06-09T10:18:14Z",
                "Wed Jun  9 10:18:14 2027 | 2027-06-09T10:18:14Z",
                "10:18:14x 9th june 1999y | 1999-06-09T10:18:14Z",
                "Wed, 31 Feb 2027 10:18:14 GMT |",
                "Wed, 09 Jun 2027 |",
                "09 Jun 1600 10:18:14 |",
                "soon |",
                "09 Jun 2027 10:18:61 |",
            })
    void datesAreReadAsBrowsersDo(String text, String instant) {
        assertEquals(Optional.ofNullable(instant).map(Instant::parse), CookieDate.of(text));
    }

    private void set(String line) {
        jar.keep(SetCookie.of(line).orElseThrow(), Place.of("localhost", "/", false));
    }

    private String sent(String target) {
        return jar.header(Place.of("localhost", target, false)).orElse("");
    }
}
