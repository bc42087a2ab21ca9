package dev.backwright.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The kernel's file system of cgroups: making a folder there makes a group, with files in it that talk back.
interface CgroupFiles {

    /// This machine's.
    CgroupFiles KERNEL = new CgroupFiles() {};

    default String read(Path file) throws IOException {
        return Files.readString(file).strip();
    }

    default void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
    }

    default void make(Path group) throws IOException {
        Files.createDirectory(group);
    }

    default void remove(Path group) throws IOException {
        Files.delete(group);
    }

    default boolean isWritable(Path file) {
        return Files.isWritable(file);
    }
}
