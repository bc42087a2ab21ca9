package dev.backwright.academy.gitserver;

import java.io.FileNotFoundException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.jgit.internal.storage.dfs.DfsObjDatabase;
import org.eclipse.jgit.internal.storage.dfs.DfsOutputStream;
import org.eclipse.jgit.internal.storage.dfs.DfsPackDescription;
import org.eclipse.jgit.internal.storage.dfs.DfsReaderOptions;
import org.eclipse.jgit.internal.storage.dfs.DfsRepository;
import org.eclipse.jgit.internal.storage.dfs.ReadableChannel;
import org.eclipse.jgit.internal.storage.pack.PackExt;
import org.eclipse.jgit.lib.ObjectInserter;
import org.jspecify.annotations.Nullable;

/// A repository's objects. New packs lie in memory until [#store] writes them; before that the database has nothing of them.
final class Packs extends DfsObjDatabase {

    private final GitRows rows;
    private final UUID repository;

    /// Files of packs that are not stored, by the pack's name.
    private final Map<String, Map<PackExt, FreshFile>> fresh = new HashMap<>();

    private final List<DfsPackDescription> made = new ArrayList<>();
    private final List<DfsPackDescription> replaced = new ArrayList<>();

    Packs(DfsRepository of, GitRows rows, UUID repository) {
        super(of, new DfsReaderOptions());
        this.rows = rows;
        this.repository = repository;
    }

    /// Writes what is new, and removes what it replaces. Wants a transaction.
    void store() {
        for (var pack : made) {
            Map<String, byte[]> files = new TreeMap<>();
            files(pack).forEach((ext, file) -> files.put(ext.getExtension(), file.whole()));
            rows.add(
                    repository,
                    id(pack),
                    pack.getPackSource().name(),
                    pack.getObjectCount(),
                    files);
        }
        replaced.forEach(pack -> rows.remove(id(pack)));
    }

    /// Lets go of what [#store] has written.
    void forget() {
        made.clear();
        fresh.clear();
    }

    /// Bytes that [#store] would add.
    long freshBytes() {
        return made.stream()
                .flatMap(pack -> files(pack).values().stream())
                .mapToLong(FreshFile::size)
                .sum();
    }

    @Override
    public ObjectInserter newInserter() {
        return new LimitedInserter(this);
    }

    @Override
    public long getApproximateObjectCount() {
        return listPacks().stream().mapToLong(DfsPackDescription::getObjectCount).sum();
    }

    @Override
    protected DfsPackDescription newPack(PackSource source) {
        return new DfsPackDescription(
                getRepository().getDescription(), UUID.randomUUID().toString(), source);
    }

    @Override
    protected void commitPackImpl(
            Collection<DfsPackDescription> packs,
            @Nullable Collection<DfsPackDescription> instead) {
        made.addAll(packs);
        if (instead != null) {
            replaced.addAll(instead);
        }
    }

    @Override
    protected void rollbackPack(Collection<DfsPackDescription> packs) {
        packs.forEach(pack -> fresh.remove(pack.getPackName()));
    }

    @Override
    protected List<DfsPackDescription> listPacks() {
        var packs = new ArrayList<>(made);
        rows.packs(repository).forEach(row -> packs.add(description(row)));
        packs.removeAll(replaced);
        return packs;
    }

    private DfsPackDescription description(GitRows.Pack row) {
        var pack =
                new DfsPackDescription(
                        getRepository().getDescription(),
                        row.id().toString(),
                        PackSource.valueOf(row.source()));
        pack.setLastModified(row.madeAt());
        pack.setObjectCount(row.objects());
        row.sizes()
                .forEach((ending, size) ->
                        ext(ending)
                                .ifPresent(it -> {
                                    pack.addFileExt(it);
                                    pack.setFileSize(it, size);
                                }));
        return pack;
    }

    private static Optional<PackExt> ext(String ending) {
        return Arrays.stream(PackExt.values())
                .filter(it -> it.getExtension().equals(ending))
                .findFirst();
    }

    @Override
    protected ReadableChannel openFile(DfsPackDescription pack, PackExt ext)
            throws FileNotFoundException {
        var file = files(pack).get(ext);
        if (file != null) {
            return new PackChannel(file::read, file.size());
        }
        if (!pack.hasFileExt(ext)) {
            throw new FileNotFoundException(pack.getFileName(ext));
        }
        return new PackChannel((from, into) -> part(pack, ext, from, into), pack.getFileSize(ext));
    }

    private int part(DfsPackDescription pack, PackExt ext, long from, ByteBuffer into)
            throws FileNotFoundException {
        var bytes =
                rows.part(id(pack), ext.getExtension(), from, into.remaining())
                        .orElseThrow(() -> new FileNotFoundException(pack.getFileName(ext)));
        into.put(bytes);
        return bytes.length;
    }

    @Override
    protected DfsOutputStream writeFile(DfsPackDescription pack, PackExt ext) {
        var file = new FreshFile();
        fresh.computeIfAbsent(pack.getPackName(), name -> new HashMap<>()).put(ext, file);
        return file;
    }

    private Map<PackExt, FreshFile> files(DfsPackDescription pack) {
        return fresh.getOrDefault(pack.getPackName(), Map.of());
    }

    private static UUID id(DfsPackDescription pack) {
        return UUID.fromString(pack.getPackName());
    }
}
