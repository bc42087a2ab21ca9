package dev.backwright.judge.app.cookies;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A date as cookies have it: the tokens in any order (RFC 6265, section 5.1.1).
final class CookieDate {

    private static final Pattern DELIMITERS =
            Pattern.compile("[\\x09\\x20-\\x2F\\x3B-\\x40\\x5B-\\x60\\x7B-\\x7E]+");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{1,2}):(\\d{1,2})(\\D.*)?");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})(\\D.*)?");
    private static final Pattern YEAR = Pattern.compile("(\\d{2,4})(\\D.*)?");
    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");

    private int hour = -1;
    private int minute;
    private int second;
    private int day = -1;
    private int month = -1;
    private int year = -1;

    private CookieDate() {}

    /// Empty where the text is no date.
    static Optional<Instant> of(String text) {
        var date = new CookieDate();
        DELIMITERS.splitAsStream(text).filter(token -> !token.isEmpty()).forEach(date::take);
        return date.instant();
    }

    private void take(String token) {
        Matcher time = TIME.matcher(token);
        Matcher number = DAY.matcher(token);
        Matcher years = YEAR.matcher(token);
        int named = token.length() < 3 ? -1 : month(token);
        if (hour < 0 && time.matches()) {
            hour = Integer.parseInt(time.group(1));
            minute = Integer.parseInt(time.group(2));
            second = Integer.parseInt(time.group(3));
        } else if (day < 0 && number.matches()) {
            day = Integer.parseInt(number.group(1));
        } else if (month < 0 && named >= 0) {
            month = named;
        } else if (year < 0 && years.matches()) {
            year = whole(Integer.parseInt(years.group(1)));
        }
    }

    private static int month(String token) {
        return MONTHS.indexOf(token.substring(0, 3).toLowerCase(Locale.ROOT));
    }

    private static int whole(int year) {
        if (year >= 70 && year <= 99) {
            return year + 1900;
        }
        return year < 70 ? year + 2000 : year;
    }

    private Optional<Instant> instant() {
        if (hour < 0 || day < 0 || month < 0 || year < 1601) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDateTime.of(year, month + 1, day, hour, minute, second)
                            .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
