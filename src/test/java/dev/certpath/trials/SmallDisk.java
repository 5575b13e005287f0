package dev.certpath.trials;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** A small file system in memory, which tests can fill. Mounting it requires root on Linux. */
final class SmallDisk implements AutoCloseable {

    private static final int MEBIBYTES = 100;
    private static final int KIB = 1024;

    private final Path folder;
    private final Path filler;

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.filler = folder.resolve("filler");
    }

    /** Mounts a disk on a folder; returns empty and prints a line if that is not permitted. */
    static Optional<SmallDisk> mount(Path folder) throws IOException {
        int exitCode = run("mount", "-t", "tmpfs", "-o", "size=" + MEBIBYTES + "m", "tmpfs", folder.toString());
        if (exitCode != 0 || folder.toFile().getTotalSpace() > (MEBIBYTES + 1L) * KIB * KIB) {
            System.out.println("Mounting a small disk requires root on Linux: tests of a full disk are skipped.");
            return Optional.empty();
        }
        return Optional.of(new SmallDisk(folder));
    }

    Path folder() {
        return folder;
    }

    /** Fills the disk until this many KiB are free. */
    void fillUntilFree(int kib) throws IOException {
        var block = new byte[KIB];
        try (OutputStream out = Files.newOutputStream(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (long free = free() - kib; free > 0; free--) {
                out.write(block);
            }
        } catch (IOException full) {
            // The application may have used the rest in the meantime.
        }
    }

    /** Frees what was filled. */
    void clear() throws IOException {
        Files.delete(filler);
    }

    private long free() {
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
