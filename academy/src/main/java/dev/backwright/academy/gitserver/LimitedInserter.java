package dev.backwright.academy.gitserver;

import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jgit.internal.storage.dfs.DfsInserter;
import org.eclipse.jgit.internal.storage.dfs.DfsPackParser;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.transport.PackedObjectInfo;

/// Unpacks what is pushed, and stops where too much comes out of it.
final class LimitedInserter extends DfsInserter {

    private final Packs packs;

    LimitedInserter(Packs packs) {
        super(packs);
        this.packs = packs;
    }

    @Override
    public DfsPackParser newPackParser(InputStream in) {
        return new Parser(packs, this, in);
    }

    private static final class Parser extends DfsPackParser {

        private long packed;
        private long unpacked;

        Parser(Packs packs, LimitedInserter inserter, InputStream in) {
            super(packs, inserter, in);
        }

        /// Told before there is room made for them.
        @Override
        protected void onPackHeader(long objects) throws IOException {
            if (objects > Most.OBJECTS) {
                throw new TooMuch(
                        "This push has %d files, folders and commits; one may have at most %d. Push fewer commits at a time, or start from a fresh clone."
                                .formatted(objects, Most.OBJECTS));
            }
            super.onPackHeader(objects);
        }

        @Override
        protected void onStoreStream(byte[] raw, int at, int length) throws IOException {
            packed += length;
            if (packed > Most.PUSH) {
                throw new TooMuch(
                        "A push brings at most %d MB. Leave large files out of its commits, or push fewer commits at a time."
                                .formatted(Most.PUSH >> 20));
            }
            super.onStoreStream(raw, at, length);
        }

        @Override
        protected void onBeginWholeObject(long position, int type, long size) throws IOException {
            if (type == Constants.OBJ_BLOB) {
                weigh(size);
            }
            super.onBeginWholeObject(position, type, size);
        }

        /// Of files it is called for those alone that came as a difference.
        @Override
        protected void onInflatedObjectData(PackedObjectInfo object, int type, byte[] data)
                throws IOException {
            weigh(data.length);
            super.onInflatedObjectData(object, type, data);
        }

        private void weigh(long bytes) throws TooMuch {
            unpacked += bytes;
            if (unpacked > Most.UNPACKED) {
                throw new TooMuch(
                        "Unpacked, this push has more than %d MB. Push fewer commits at a time, or start from a fresh clone."
                                .formatted(Most.UNPACKED >> 20));
            }
        }
    }
}
