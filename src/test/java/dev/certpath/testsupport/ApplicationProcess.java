package dev.certpath.testsupport;

import dev.certpath.CertpathApplication;
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
import org.jspecify.annotations.Nullable;

/** The application in a process of its own, which tests can kill. */
public final class ApplicationProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Certpath is ready: open (http://\\S+)/");
    /** Long enough for a machine that runs other builds at the same time. */
    private static final int TIMEOUT_SECONDS = 300;

    /** The packaged application, if it is to be tested instead of the compiled classes. */
    private static final @Nullable String JAR = System.getProperty("certpath.jar");

    private static final String CLASS_PATH = System.getProperty("java.class.path");

    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Optional<URI>> ready = new CompletableFuture<>();
    private final Thread reader = new Thread(this::readOutput, "process output");

    private ApplicationProcess(String classPath, Class<?> mainClass, Path folder, String... settings) {
        var builder = new ProcessBuilder(command(classPath, mainClass, settings)).redirectErrorStream(true);
        builder.environment().put("CERTPATH_DATA", folder.toString());
        builder.environment().put("CERTPATH_RATE_LIMIT", "off");
        builder.environment().put("CERTPATH_ADMIN_PASSWORD", TestApplication.ADMIN_PASSWORD);
        try {
            process = builder.start();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        reader.setDaemon(true);
        reader.start();
    }

    private static List<String> command(String classPath, Class<?> mainClass, String... settings) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Stream.of(settings).filter(ApplicationProcess::isJvmOption).forEach(command::add);
        boolean isMain = mainClass.equals(CertpathApplication.class);
        command.addAll(JAR != null && isMain ? List.of("-jar", JAR) : List.of("-cp", classPath, mainClass.getName()));
        command.add("--server.port=0");
        Stream.of(settings)
                .filter(setting -> !isJvmOption(setting))
                .map(setting -> "--" + setting)
                .forEach(command::add);
        return command;
    }

    /** Starts a process on a data folder. Settings are written {@code NAME=value}, options of the JVM start with a hyphen. */
    public static ApplicationProcess on(Path folder, String... settings) {
        return new ApplicationProcess(mainClassPath(), CertpathApplication.class, folder, settings);
    }

    /** Starts a process that {@linkplain FastPasswordHashing hashes passwords fast}, for tests with many logins. */
    public static ApplicationProcess withFastPasswordHashing(Path folder, String... settings) {
        return new ApplicationProcess(CLASS_PATH, FastPasswordHashing.class, folder, settings);
    }

    /** Waits until the application is ready and returns its base URL. */
    public URI address() {
        return ready.completeOnTimeout(Optional.empty(), TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .join()
                .orElseThrow(() -> new AssertionError("The application did not start:\n" + output()));
    }

    /** Waits until the process exits by itself and returns its exit code. */
    public int exitCode() {
        try {
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("The process did not exit:\n" + output());
            }
            reader.join();
            return process.exitValue();
        } catch (InterruptedException cause) {
            throw new AssertionError(cause);
        }
    }

    /** Returns what the process has written so far to standard output and error. */
    public String output() {
        return String.join("\n", lines);
    }

    /** Kills the process and returns all of its output. */
    public String killAndGetOutput() {
        kill();
        try {
            reader.join();
        } catch (InterruptedException cause) {
            throw new AssertionError(cause);
        }
        return output();
    }

    /** Returns the lines of the output so far that were logged at level ERROR. */
    public List<String> errors() {
        return lines.stream().filter(line -> line.contains(" ERROR ")).toList();
    }

    /** Sends SIGTERM. */
    public void terminate() {
        process.destroy();
    }

    /** Returns the process id. */
    public long pid() {
        return process.pid();
    }

    /** Sends SIGKILL and waits until the process has ended. */
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

    private static boolean isJvmOption(String setting) {
        return setting.startsWith("-");
    }

    /** Reads to the end, so that the process is never blocked by a full pipe. */
    private void readOutput() {
        try (var output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                var matcher = READY.matcher(line);
                if (matcher.find()) {
                    ready.complete(Optional.of(URI.create(matcher.group(1))));
                }
            }
        } catch (IOException killed) {
            // The process was killed: there is no more output.
        } finally {
            ready.complete(Optional.empty());
        }
    }

    /** Returns the class path without the test classes. */
    private static String mainClassPath() {
        var testClass = ApplicationProcess.class.getName().replace('.', '/') + ".class";
        return Stream.of(CLASS_PATH.split(File.pathSeparator))
                .filter(entry -> !Files.exists(Path.of(entry, testClass)))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
