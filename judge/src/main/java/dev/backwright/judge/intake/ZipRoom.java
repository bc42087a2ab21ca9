package dev.backwright.judge.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// Reads a zip archive into a basket, in memory and with an eye on how much comes out of how little.
///
/// Only the central directory is believed about names and kinds, and nothing about sizes: what comes out is counted.
/// See APPNOTE.TXT of the zip format, 4.4.2 (made by) and 4.4.15 (external attributes) for links.
public final class ZipRoom {

    private static final int HIGHEST_RATIO = 200;
    private static final long BELOW_SUSPICION = 100_000;
    private static final int KIND_MASK = 0170000;
    private static final int PLAIN_FILE = 0100000;

    private final Basket basket;

    private ZipRoom(Basket basket) {
        this.basket = basket;
    }

    /// Reads an archive.
    public static void into(Basket basket, InputStream zip) {
        long cap = basket.allowance().totalBytes() + 1_000_000;
        try {
            byte[] bytes = zip.readNBytes((int) Math.min(cap + 1, Integer.MAX_VALUE - 8L));
            if (bytes.length > cap) {
                basket.refuse(
                        "The archive is larger than %s; leave out what is not needed."
                                .formatted(Allowance.size(cap)));
                return;
            }
            new ZipRoom(basket).read(bytes);
        } catch (IOException | RuntimeException e) {
            basket.refuse("This is no zip archive that can be read; make it anew.");
        }
    }

    private void read(byte[] bytes) throws IOException {
        try (var zip =
                ZipFile.builder().setByteArray(bytes).setUseUnicodeExtraFields(false).get()) {
            List<ZipArchiveEntry> entries =
                    Collections.list(zip.getEntries()).stream().filter(this::isWanted).toList();
            String top = commonFolder(entries);
            for (ZipArchiveEntry entry : entries) {
                if (!isFolder(entry)) {
                    take(zip, entry, top);
                }
            }
        }
    }

    private void take(ZipFile zip, ZipArchiveEntry entry, String top) throws IOException {
        String name = name(entry).substring(top.length());
        if (entry.isUnixSymlink()) {
            basket.name(name);
            basket.refuse(Names.shown(name) + " is a link; put the file itself there.");
        } else if (!isPlain(entry)) {
            basket.name(name);
            basket.refuse(Names.shown(name) + " is no plain file; leave it out.");
        } else if (entry.getGeneralPurposeBit().usesEncryption() || !zip.canReadEntryData(entry)) {
            basket.name(name);
            basket.refuse(
                    Names.shown(name)
                            + " is encrypted or packed in an unusual way; make a plain zip archive.");
        } else {
            unpack(zip, entry, name);
        }
    }

    private void unpack(ZipFile zip, ZipArchiveEntry entry, String name) {
        if (basket.isOverfull()) {
            basket.name(name);
            return;
        }
        long cap = basket.allowance().fileBytes() + 1;
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes((int) Math.min(cap, Integer.MAX_VALUE - 8L));
            if (isBomb(entry, bytes.length)) {
                basket.name(name);
                basket.weigh(bytes.length);
                basket.refuse(
                        Names.shown(name)
                                + " grows more than 200 times when unpacked; leave it out.");
            } else if (bytes.length < cap && bytes.length != entry.getSize()) {
                throw new ZipException("size");
            } else {
                basket.put(name, bytes);
            }
        } catch (IOException | RuntimeException damaged) {
            basket.name(name);
            basket.refuse(Names.shown(name) + " is damaged in the archive; make it anew.");
        }
    }

    private static boolean isBomb(ZipArchiveEntry entry, long unpacked) {
        long packed = Math.max(1, entry.getCompressedSize());
        return unpacked > BELOW_SUSPICION && unpacked / packed > HIGHEST_RATIO;
    }

    /// What Finder adds to every archive is no file of the learner's.
    private boolean isWanted(ZipArchiveEntry entry) {
        String name = name(entry);
        return !name.startsWith("__MACOSX/") && !name.endsWith("/.DS_Store");
    }

    private static boolean isFolder(ZipArchiveEntry entry) {
        String name = name(entry);
        return name.endsWith("/") && name.length() > 1 && Names.problem(bare(name)) == null;
    }

    private static boolean isPlain(ZipArchiveEntry entry) {
        int kind = entry.getUnixMode() & KIND_MASK;
        return !name(entry).endsWith("/") && (kind == 0 || kind == PLAIN_FILE);
    }

    private static String bare(String folder) {
        return folder.substring(0, folder.length() - 1);
    }

    private static String name(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        @Nullable String name = raw == null ? entry.getName() : Basket.decoded(raw);
        return name == null ? new String(raw, StandardCharsets.UTF_8) : name;
    }

    /// The one folder everything lies in, with its slash; empty where there is none.
    private static String commonFolder(List<ZipArchiveEntry> entries) {
        if (entries.isEmpty()) {
            return "";
        }
        String first = name(entries.getFirst());
        String top = first.substring(0, first.indexOf('/') + 1);
        boolean good = !top.isEmpty() && Names.problem(bare(top)) == null;
        boolean common = entries.stream().allMatch(entry -> name(entry).startsWith(top));
        return good && common ? top : "";
    }
}
