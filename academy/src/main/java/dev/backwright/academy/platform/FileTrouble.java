package dev.backwright.academy.platform;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;

/// What went wrong with a file, in a few words for a person.
final class FileTrouble {

    private FileTrouble() {}

    static String inWords(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "permission denied";
            case FileAlreadyExistsException exists -> "a file is in its place";
            case FileSystemException trouble when "Not a directory".equals(trouble.getReason()) ->
                    "a file is in its place";
            case FileSystemException trouble when trouble.getReason() != null ->
                    trouble.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}
