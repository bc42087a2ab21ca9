package dev.backwright.judge.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ParcelTest {

    private static final int FEW_BYTES = 64 * 1024;

    private final SortedMap<String, byte[]> files =
            new TreeMap<>(Map.of("a/b.js", new byte[] {0, -1}, "c.js", new byte[0]));

    @Test
    void fewFilesAreTold() {
        var parcel = Parcel.of(files);
        assertTrue(parcel.copied().isEmpty());
        assertEquals(List.of(List.of("a/b.js", "AP8="), List.of("c.js", "")), parcel.told());
    }

    @Test
    void manyBytesAreCopied() {
        files.put("large.bin", new byte[FEW_BYTES]);
        var parcel = Parcel.of(files);
        assertSame(files, parcel.copied());
        assertTrue(parcel.told().isEmpty());
    }
}
