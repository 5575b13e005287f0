package dev.certpath.browser;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The one turn at a browser that the processes of a build share. A browser keeps two processors busy; two browsers at
 * once were seen to take longer than one after the other.
 */
final class Turn implements AutoCloseable {

    private static final Path TAKEN = Path.of("target", "browser.lock");

    private final FileChannel file;

    private Turn(FileChannel file) {
        this.file = file;
    }

    /** Waits for it, and takes it, until it is closed or this process ends. */
    static Turn taken() throws IOException {
        var file = FileChannel.open(TAKEN, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        file.lock();
        return new Turn(file);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
