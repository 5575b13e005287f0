package dev.certpath.infrastructure;

import java.nio.file.Path;

/** The path of the data folder has a character that H2 does not allow. */
final class InvalidDataFolderException extends RuntimeException {

    private static final long serialVersionUID = 1;

    InvalidDataFolderException(Path folder) {
        super("The path of the data folder has a semicolon: " + folder);
    }
}
