package dev.certpath.bench.http;

import dev.certpath.bench.Spread;
import dev.certpath.testsupport.ApiClient;
import dev.certpath.testsupport.TestApplication;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures how long the packaged application takes to its first page in an empty data folder, and how much memory it occupies
 * then and after some load; as it is and with a {@link ClassArchive}, beside PetClinic.
 */
final class StartBenchmarks {

    private static final int ROUNDS = InterleavedBenchmark.ROUNDS;
    private static final Duration REST = Duration.ofSeconds(2);
    private static final Duration LOAD = Duration.ofSeconds(8);

    private static final String PLAIN = "Certpath";
    private static final String ARCHIVED = "Certpath with " + ClassArchive.kind();
    private static final String PET_CLINIC = "PetClinic";

    private static final Path JAR = Path.of(System.getProperty("certpath.jar"));

    private final Map<String, Starter> starters = new LinkedHashMap<>();
    private final Map<String, double[]> seconds = new LinkedHashMap<>();
    private final Map<String, double[]> atRest = new LinkedHashMap<>();
    private final Map<String, double[]> afterLoad = new LinkedHashMap<>();
    private final RandomStudents students = new RandomStudents();

    /** Starts an application in an empty folder. */
    private interface Starter {
        JarProcess start(Path folder) throws IOException, InterruptedException;
    }

    /** Measures; without PetClinic if its jar is not given. */
    void run(Path folder, Optional<Path> petClinicJar) throws IOException, InterruptedException {
        var archive = ClassArchive.create(JAR, folder.resolve("unpacked"));
        add(PLAIN, data -> startOurs(List.of(), JAR, data));
        add(ARCHIVED, data -> startOurs(archive.options(), archive.jar(), data));
        petClinicJar.ifPresent(jar -> add(PET_CLINIC, data -> JarProcess.start(JvmOptions.COMMON, jar, Map.of())));
        for (int round = 0; round < ROUNDS; round++) {
            for (String name : starters.keySet()) {
                measure(name, round, Files.createDirectory(folder.resolve(name + round)));
            }
        }
        System.out.println();
        print("seconds to the first page", seconds);
        print("MB at rest", atRest);
        print("MB after load", afterLoad);
    }

    private void add(String name, Starter starter) {
        starters.put(name, starter);
        List.of(seconds, atRest, afterLoad).forEach(measured -> measured.put(name, new double[ROUNDS]));
    }

    private static JarProcess startOurs(List<String> options, Path jar, Path data)
            throws IOException, InterruptedException {
        var all = new ArrayList<>(JvmOptions.COMMON);
        all.addAll(options);
        return JarProcess.start(
                all,
                jar,
                Map.of(
                        "CERTPATH_DATA",
                        data.toString(),
                        "CERTPATH_RATE_LIMIT",
                        "off",
                        "CERTPATH_ADMIN_PASSWORD",
                        TestApplication.ADMIN_PASSWORD));
    }

    private void measure(String name, int round, Path folder) throws IOException, InterruptedException {
        try (var process = starters.get(name).start(folder)) {
            seconds.get(name)[round] = process.secondsToFirstPage();
            Thread.sleep(REST.toMillis());
            atRest.get(name)[round] = process.megabytes();
            load(process.address(), name.equals(PET_CLINIC) ? List.of("/", "/owners/1") : pages(process.address()));
            afterLoad.get(name)[round] = process.megabytes();
        }
        System.out.printf(
                "%s: %.2f s, %.0f MB, %.0f MB%n",
                name,
                seconds.get(name)[round],
                atRest.get(name)[round],
                afterLoad.get(name)[round]);
    }

    /** The start page, a question and a recommendation, which is saved. */
    private List<String> pages(URI site) {
        var saved = new ApiClient(site).posts("/api/v1/recommendations", students.json(0));
        var id = saved.json().get("id").asString();
        return List.of("/", "/questionnaire/role-focus?employerCloud=aws", "/recommendations/" + id);
    }

    private static void load(URI site, List<String> addresses) {
        var requests = addresses.stream()
                .map(address -> HttpConnection.get(address, ""))
                .toList();
        var next = new AtomicInteger();
        ConcurrentClients.perSecond(
                () -> new RequestingClient(site, () -> requests.get(next.getAndIncrement() % requests.size()), 200),
                LOAD);
    }

    private static void print(String what, Map<String, double[]> measured) {
        measured.forEach((name, values) -> System.out.printf("| %s | %s %s |%n", name, Spread.of(values), what));
        var petClinic = measured.get(PET_CLINIC);
        if (petClinic != null) {
            List.of(PLAIN, ARCHIVED)
                    .forEach(name -> System.out.printf(
                            "| %s : %s, %s | %s |%n",
                            name, PET_CLINIC, what, Spread.ofRatios(measured.get(name), petClinic)));
        }
    }
}
