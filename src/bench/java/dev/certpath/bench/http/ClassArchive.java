package dev.certpath.bench.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The application unpacked from its jar, with an archive of its classes that the JVM made in a training run: class data sharing,
 * or an AOT cache on a JDK that has it. See "A faster start" in {@code docs/operations.md}.
 *
 * @param jar the jar among the unpacked files
 * @param options the options of the JVM that use the archive
 */
record ClassArchive(Path jar, List<String> options) {

    private static final boolean HAS_AOT_CACHE = Runtime.version().feature() >= 25;

    /** Unpacks the application into a folder and makes the archive. */
    static ClassArchive create(Path packaged, Path folder) throws IOException, InterruptedException {
        JarProcess.run(
                List.of("-Djarmode=tools"), packaged, List.of("extract", "--destination", folder.toString()), Map.of());
        var jar = folder.resolve(packaged.getFileName());
        var archive = folder.resolve("classes.archive");
        var training = Stream.concat(
                JvmOptions.COMMON.stream(),
                Stream.of(
                        (HAS_AOT_CACHE ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive,
                        "-Dspring.context.exit=onRefresh"));
        JarProcess.run(
                training.toList(),
                jar,
                List.of(),
                Map.of(
                        "CERTPATH_DATA",
                        Files.createDirectory(folder.resolve("training")).toString()));
        return new ClassArchive(jar, List.of((HAS_AOT_CACHE ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive));
    }

    /** What the JVM calls it. */
    static String kind() {
        return HAS_AOT_CACHE ? "AOT cache" : "class data sharing";
    }
}
