package dev.certpath.trials;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Statistics of a process from {@code /proc}.
 *
 * @param threads the number of threads
 * @param mebibytes the resident memory in MiB
 */
record ProcessStatistics(int threads, int mebibytes) {

    static ProcessStatistics of(long pid) {
        return new ProcessStatistics(number(pid, "Threads:"), number(pid, "VmRSS:") / 1024);
    }

    private static int number(long pid, String name) {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.replaceAll("\\D", ""))
                    .map(Integer::valueOf)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
