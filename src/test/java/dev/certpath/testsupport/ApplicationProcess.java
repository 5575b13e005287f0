package dev.certpath.testsupport;

import dev.certpath.CertpathApplication;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The application as a process of its own, which can be killed. */
public final class ApplicationProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Certpath is ready: open (http://\\S+)/");
    private static final int PATIENCE_SECONDS = 120;

    /** Libraries first: most of what is loaded is theirs, and would be looked for in folders before each time. */
    private static final String CLASSES = Stream.of(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .sorted(Comparator.comparing((String entry) -> Files.isDirectory(Path.of(entry))))
            .collect(Collectors.joining(File.pathSeparator));

    /** Compiles as the tests do, see {@code pom.xml}. */
    private static final List<String> SHORT_LIVED = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(argument -> argument.startsWith("-XX:"))
            .toList();

    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Optional<URI>> ready = new CompletableFuture<>();
    private final Thread listener = new Thread(this::listen, "listener");

    private ApplicationProcess(
            List<String> compiling, String classes, Class<?> start, Path folder, String... settings) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(compiling);
        command.addAll(List.of("-cp", classes));
        Stream.of(settings).filter(ApplicationProcess::isForJava).forEach(command::add);
        command.addAll(List.of(start.getName(), "--server.port=0"));
        Stream.of(settings)
                .filter(setting -> !isForJava(setting))
                .map(setting -> "--" + setting)
                .forEach(command::add);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CERTPATH_DATA", folder.toString());
        builder.environment().put("CERTPATH_RATE_LIMIT", "off");
        builder.environment().put("CERTPATH_ADMIN_PASSWORD", TestApplication.PASSWORD);
        try {
            process = builder.start();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        listener.setDaemon(true);
        listener.start();
    }

    /** Starts a process on that data folder; settings are written {@code NAME=value}, Java's own {@code -X…}. */
    public static ApplicationProcess on(Path folder, String... settings) {
        return new ApplicationProcess(SHORT_LIVED, product(), CertpathApplication.class, folder, settings);
    }

    /** The same, but passwords are hashed {@linkplain FastPasswordHashing in haste}, for tests that log in over and over. */
    public static ApplicationProcess inHaste(Path folder, String... settings) {
        return new ApplicationProcess(SHORT_LIVED, CLASSES, FastPasswordHashing.class, folder, settings);
    }

    /** The same, but compiled as people run it: slower at first, and then much faster. */
    public static ApplicationProcess asPeopleRunIt(Path folder, String... settings) {
        return new ApplicationProcess(List.of(), product(), CertpathApplication.class, folder, settings);
    }

    /** Waits until it can be used, and says where. */
    public URI address() {
        return ready.completeOnTimeout(Optional.empty(), PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join()
                .orElseThrow(() -> new AssertionError("It did not start:\n" + said()));
    }

    /** Waits until it ends by itself, and gives its exit code. */
    public int exitCode() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("It did not end:\n" + said());
            }
            listener.join();
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
        try {
            listener.join();
        } catch (InterruptedException cause) {
            throw new AssertionError(cause);
        }
        return said();
    }

    /** What calls for somebody in what it has said so far. */
    public List<String> errors() {
        return lines.stream().filter(line -> line.contains(" ERROR ")).toList();
    }

    /** Asks it to end, as {@code kill} does. */
    public void asksToStop() {
        process.destroy();
    }

    /** Its number among the processes of this machine. */
    public long number() {
        return process.pid();
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

    private static boolean isForJava(String setting) {
        return setting.startsWith("-X");
    }

    /** Reads to the end, so that it never waits for us. */
    private void listen() {
        try (var output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                var matcher = READY.matcher(line);
                if (matcher.find()) {
                    ready.complete(Optional.of(URI.create(matcher.group(1))));
                }
            }
        } catch (IOException killed) {
            // There is nothing more to hear.
        } finally {
            ready.complete(Optional.empty());
        }
    }

    /** The class path without the tests. */
    private static String product() {
        return Stream.of(CLASSES.split(File.pathSeparator))
                .filter(entry -> !Files.exists(
                        Path.of(entry, ApplicationProcess.class.getName().replace('.', '/') + ".class")))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
