package dev.backwright.academy.submissions;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.backwright.judge.FileTree;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 over paths and contents, each with its length before it, so that no two trees run into one.
public final class FilesDigest {

    private FilesDigest() {}

    public static String of(FileTree tree) {
        var digest = sha256();
        tree.files()
                .forEach((path, content) -> {
                    add(digest, path.getBytes(UTF_8));
                    add(digest, content);
                });
        return HexFormat.of().formatHex(digest.digest());
    }

    /// SHA-256 of one file's content.
    static String of(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    private static void add(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes.length).flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 comes with every Java", e);
        }
    }
}
