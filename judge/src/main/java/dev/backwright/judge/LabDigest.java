package dev.backwright.judge;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// SHA-256 over whatever a verdict depends on: checks, starter, data, variants, and of `lab.yaml` kind, needs, edit and limits.
/// Lesson, hints, solutions and wrong solutions are not in it.
final class LabDigest {

    private LabDigest() {}

    static String of(LabId id, Path folder, Lab.Sheet sheet, SortedMap<String, byte[]> starter) {
        SortedMap<String, byte[]> parts = new TreeMap<>();
        starter.forEach((name, bytes) -> parts.put("starter/" + name, bytes));
        parts.putAll(CheckClass.sources(id, folder));
        LabFolder.data(folder).forEach((name, data) -> parts.put(name, bytes(data)));
        LabFolder.variants(folder)
                .forEach((name, files) ->
                        files.forEach((file, content) ->
                                parts.put("variants/" + name + "/" + file, content)));
        parts.put("kind", bytes(sheet.kind().name()));
        parts.put("needs", bytes(sheet.needs().stream().sorted().toList().toString()));
        if (!sheet.mongo().isEmpty()) {
            parts.put("mongo", bytes(sheet.mongo().stream().sorted().toList().toString()));
        }
        if (sheet.tls()) {
            parts.put("tls", bytes("true"));
        }
        parts.put("edit", bytes(sheet.edit().stream().sorted().toList().toString()));
        parts.put("limits", bytes(sheet.limits().toString()));
        return hash(parts);
    }

    /// Each part is told apart by its name and its length.
    private static String hash(SortedMap<String, byte[]> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                byte[] name = bytes(part.getKey());
                digest.update(ByteBuffer.allocate(4).putInt(name.length).array());
                digest.update(name);
                digest.update(ByteBuffer.allocate(4).putInt(part.getValue().length).array());
                digest.update(part.getValue());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new JudgeException("this Java has no SHA-256; use another one", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
