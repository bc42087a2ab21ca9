package dev.backwright.services.postgres;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What a fresh database holds.
///
/// @param sql the statements of a lab's `data.sql`; may be empty
public record PostgresTemplate(String sql) {

    /// A database without anything.
    public static final PostgresTemplate EMPTY = new PostgresTemplate("");

    /// The same statements have the same name.
    String name() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(sql.getBytes(StandardCharsets.UTF_8));
            return "template_" + HexFormat.of().formatHex(digest, 0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
