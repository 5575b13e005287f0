package dev.certpath;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The application as a process of its own, which can be killed. */
public final class OwnProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Certpath is ready: open (http://\\S+)/");
    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final BufferedReader output;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private CompletableFuture<Void> rest = CompletableFuture.completedFuture(null);

    private OwnProcess(Path folder, String... settings) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                product(),
                CertpathApplication.class.getName(),
                "--server.port=0"));
        Stream.of(settings).map(setting -> "--" + setting).forEach(command::add);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CERTPATH_DATA", folder.toString());
        builder.environment().put("CERTPATH_RATE_LIMIT", "off");
        builder.environment().put("CERTPATH_ADMIN_PASSWORD", Site.PASSWORD);
        try {
            process = builder.start();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        output = process.inputReader();
    }

    /** Starts a process on that data folder; settings are written {@code NAME=value}. */
    public static OwnProcess on(Path folder, String... settings) {
        return new OwnProcess(folder, settings);
    }

    /** Waits until it can be used, and says where. */
    public URI address() {
        var address = readUntil(READY)
                .orElseThrow(() -> new AssertionError("It did not start:\n" + String.join("\n", lines)));
        rest = CompletableFuture.runAsync(this::listen); // or what it says would fill the pipe and stop it
        return address;
    }

    /** Waits until it ends by itself, and gives its exit code. */
    public int exitCode() {
        readUntil(READY);
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("It did not end:\n" + String.join("\n", lines));
            }
            return process.exitValue();
        } catch (InterruptedException cause) {
            throw new AssertionError(cause);
        }
    }

    /** Everything it has said so far. */
    public String said() {
        return String.join("\n", lines);
    }

    /** Ends it, and gives everything it said, the last line included. */
    public String allItSaid() {
        kill();
        rest.join();
        return said();
    }

    /** Ends it as {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException cause) {
            throw new AssertionError(cause);
        }
    }

    @Override
    public void close() {
        kill();
    }

    private void listen() {
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
            }
        } catch (IOException killed) {
            // It was ended, and has nothing more to say.
        }
    }

    private Optional<URI> readUntil(Pattern wanted) {
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                var matcher = wanted.matcher(line);
                if (matcher.find()) {
                    return Optional.of(URI.create(matcher.group(1)));
                }
            }
            return Optional.empty();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** The class path without the tests. */
    private static String product() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry ->
                        !Files.exists(Path.of(entry, OwnProcess.class.getName().replace('.', '/') + ".class")))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
