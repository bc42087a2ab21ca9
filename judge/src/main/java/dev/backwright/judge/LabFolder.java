package dev.backwright.judge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Reads the files of a lab's folder, which are ours.
final class LabFolder {

    private LabFolder() {}

    /// Every file below the folder but those in `node_modules`; none where there is no such folder.
    static SortedMap<String, byte[]> read(Path folder) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(LabFolder::isFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (!("/" + name).contains("/node_modules/")) {
                    files.put(name, Files.readAllBytes(file));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new JudgeException("the lab's folder " + folder + " cannot be read: " + e, e);
        }
        return files;
    }

    /// Names of the folders in a folder, sorted; none where there is no such folder.
    static List<String> folders(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory)
                    .map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new JudgeException("the folder " + folder + " cannot be read: " + e, e);
        }
    }

    /// The files of each `variants/GROUP/NAME`, by `GROUP/NAME`.
    static SortedMap<String, SortedMap<String, byte[]>> variants(Path lab) {
        SortedMap<String, SortedMap<String, byte[]>> all = new TreeMap<>();
        Path variants = lab.resolve("variants");
        for (String group : folders(variants)) {
            for (String name : folders(variants.resolve(group))) {
                all.put(group + "/" + name, read(variants.resolve(group).resolve(name)));
            }
        }
        return all;
    }

    /// The texts of `data.*` by name, and of the files in `registry/` by path.
    static SortedMap<String, String> data(Path folder) {
        SortedMap<String, String> texts = new TreeMap<>();
        try (var found = Files.newDirectoryStream(folder, "data.*")) {
            for (Path file : found) {
                text(file).ifPresent(text -> texts.put(String.valueOf(file.getFileName()), text));
            }
            read(folder.resolve("registry"))
                    .forEach((path, bytes) ->
                            texts.put("registry/" + path, new String(bytes, UTF_8)));
            return texts;
        } catch (IOException e) {
            throw new JudgeException("the lab's folder " + folder + " cannot be read: " + e, e);
        }
    }

    static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException e) {
            throw new JudgeException("the lab's file " + file + " cannot be read: " + e, e);
        }
    }

    private static boolean isFile(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }
}
