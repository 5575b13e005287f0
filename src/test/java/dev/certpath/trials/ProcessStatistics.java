package dev.certpath.trials;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a process is, as Linux tells it.
 *
 * @param threads how many threads it has
 * @param mebibytes how much memory it holds
 */
record ProcessStatistics(int threads, int mebibytes) {

    static ProcessStatistics of(long process) {
        return new ProcessStatistics(number(process, "Threads:"), number(process, "VmRSS:") / 1024);
    }

    private static int number(long process, String name) {
        try (var lines = Files.lines(Path.of("/proc/" + process + "/status"))) {
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
