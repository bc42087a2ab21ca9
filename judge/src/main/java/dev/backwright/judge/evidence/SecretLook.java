package dev.backwright.judge.evidence;

import java.util.regex.Pattern;

/// A secret that is known by its look, wherever it stands.
enum SecretLook {
    URL_PASSWORD(
            "\\b[A-Za-z][A-Za-z0-9+.-]{1,20}+://[^\\s:/@?#'\"]{0,80}+:(?<secret>[^\\s/@'\"]++)(?=@)"),
    WEB_TOKEN("\\b(?<secret>eyJ[\\w-]{5,}+\\.[\\w-]{5,}+\\.[\\w-]*+)"),
    BEARER_TOKEN("\\bBearer\\s{1,3}(?<secret>(?=\\D{0,100}\\d)[\\w.~+/=-]{8,}+)"),
    /// bcrypt and PHC strings.
    PASSWORD_HASH(
            "(?<secret>\\$2[abxy]\\$\\d\\d\\$[./A-Za-z0-9]{53}"
                    + "|\\$(?:argon2id|argon2i|argon2d|scrypt|pbkdf2[a-z0-9-]{0,12}+)\\$[\\w=,.+/$-]{20,}+)"),
    PRIVATE_KEY("-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----(?<secret>[^-]++)"),
    /// The key under which a session is kept in a cache.
    SESSION_KEY("\\b(?:sess|session|token):(?<secret>[\\w.-]{16,}+)");

    private final Pattern pattern;

    SecretLook(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    static String veiled(Veil veil, String text) {
        String out = text;
        for (SecretLook look : values()) {
            out = look.replaced(veil, out);
        }
        return out;
    }

    private String replaced(Veil veil, String text) {
        var out = new StringBuilder();
        var found = pattern.matcher(text);
        int from = 0;
        while (found.find()) {
            out.append(text, from, found.start("secret"))
                    .append(veil.draw(name(), found.group("secret")));
            from = found.end("secret");
        }
        return out.append(text, from, text.length()).toString();
    }
}
