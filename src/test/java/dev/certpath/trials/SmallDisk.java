package dev.certpath.trials;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** A disk of a test's own that is small enough to be filled, where this machine lets us have one. */
final class SmallDisk implements AutoCloseable {

    private static final int MEBIBYTES = 100;
    private static final int KIB = 1024;

    private final Path folder;
    private final Path filler;

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.filler = folder.resolve("filler");
    }

    /** Mounts one there; empty, with a line that says so, where that is not allowed. */
    static Optional<SmallDisk> at(Path folder) throws IOException {
        int failed = run("mount", "-t", "tmpfs", "-o", "size=" + MEBIBYTES + "m", "tmpfs", folder.toString());
        if (failed != 0 || folder.toFile().getTotalSpace() > (MEBIBYTES + 1L) * KIB * KIB) {
            System.out.println("Only root on Linux can have a small disk: nothing is tried on a full one.");
            return Optional.empty();
        }
        return Optional.of(new SmallDisk(folder));
    }

    Path folder() {
        return folder;
    }

    /** Fills it further, but for so many KiB. */
    void fillUpTo(int left) throws IOException {
        var block = new byte[KIB];
        try (OutputStream out = Files.newOutputStream(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (long free = free() - left; free > 0; free--) {
                out.write(block);
            }
        } catch (IOException full) {
            // That is what was wanted.
        }
    }

    /** Makes room again. */
    void clear() throws IOException {
        Files.delete(filler);
    }

    /** How much room is left, in KiB. */
    long free() {
        return folder.toFile().getUsableSpace() / KIB;
    }

    @Override
    public void close() throws IOException {
        run("umount", folder.toString());
    }

    private static int run(String... command) throws IOException {
        try {
            return new ProcessBuilder(List.of(command)).inheritIO().start().waitFor();
        } catch (InterruptedException cause) {
            throw new AssertionError(cause);
        }
    }
}
