package dev.certpath.bench.http;

import dev.certpath.testsupport.ApiClient;
import dev.certpath.testsupport.ApplicationProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/** Compares previews with the constant answer of the same server, and students' pages with PetClinic's. */
final class PageBenchmarks {

    private static final String PREVIEW = "preview";
    private static final String LIVENESS = "liveness";
    private static final String RECOMMENDATION = "recommendation";
    private static final String START = "start page";
    private static final String QUESTION = "question page";
    private static final String OWNER = "PetClinic's owner";
    private static final String WELCOME = "PetClinic's welcome page";

    private final RandomStudents students = new RandomStudents();
    private final AtomicInteger student = new AtomicInteger();

    /** Measures; without PetClinic if its jar is not given. */
    void run(Path folder, Optional<Path> petClinicJar) throws IOException, InterruptedException {
        try (var process = ApplicationProcess.on(folder, JvmOptions.COMMON.toArray(String[]::new))) {
            var benchmark = new InterleavedBenchmark();
            addOurs(benchmark, process.address());
            if (petClinicJar.isPresent()) {
                try (var petClinic = JarProcess.start(JvmOptions.COMMON, petClinicJar.get(), Map.of())) {
                    benchmark
                            .add(OWNER, page(petClinic.address(), "/owners/1"))
                            .add(WELCOME, page(petClinic.address(), "/"));
                    benchmark.run();
                    benchmark.printRatio(RECOMMENDATION, OWNER);
                    benchmark.printRatio(START, WELCOME);
                    benchmark.printRatio(QUESTION, WELCOME);
                }
            } else {
                benchmark.run();
            }
            benchmark.printRatio(PREVIEW, LIVENESS);
        }
    }

    private void addOurs(InterleavedBenchmark benchmark, URI site) {
        benchmark
                .add(PREVIEW, () -> new RequestingClient(site, this::nextPreview, 200))
                .add(LIVENESS, page(site, "/actuator/health/liveness"))
                .add(RECOMMENDATION, page(site, "/recommendations/" + saveRecommendation(site)))
                .add(START, page(site, "/"))
                .add(QUESTION, page(site, "/questionnaire/role-focus?employerCloud=aws"));
    }

    private byte[] nextPreview() {
        return HttpConnection.post("/api/v1/preview", students.json(student.getAndIncrement()), "");
    }

    private static Callable<ConcurrentClients.Client> page(URI site, String address) {
        var request = HttpConnection.get(address, "");
        return () -> new RequestingClient(site, () -> request, 200);
    }

    /** Saves a recommendation and returns its id. */
    private String saveRecommendation(URI site) {
        return new ApiClient(site)
                .posts("/api/v1/recommendations", students.json(0))
                .json()
                .get("id")
                .asString();
    }
}
