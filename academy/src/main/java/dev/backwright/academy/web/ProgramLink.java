package dev.backwright.academy.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import tools.jackson.databind.json.JsonMapper;

/// A link to the playground that carries a program in its fragment, as the playground itself writes it: JSON, deflated, Base64.
final class ProgramLink {

    private ProgramLink() {}

    static String of(Map<String, String> files, String main) {
        var json = JsonMapper.shared().writeValueAsString(Map.of("files", files, "main", main));
        return "/playground#program="
                + Base64.getUrlEncoder().withoutPadding().encodeToString(deflated(json));
    }

    private static byte[] deflated(String text) {
        var bytes = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try (var to = new DeflaterOutputStream(bytes, deflater)) {
            to.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }
}
