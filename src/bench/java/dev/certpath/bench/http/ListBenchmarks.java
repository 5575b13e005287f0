package dev.certpath.bench.http;

import dev.certpath.bench.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares the pages with lists of cases, the insights and the export of applications with different numbers of cases. In each
 * round, each page is loaded once from each application.
 */
final class ListBenchmarks {

    private static final List<Integer> SIZES = Stream.of(
                    System.getProperty("certpath.cases", "1000,100000,1000000").split(","))
            .map(Integer::valueOf)
            .toList();
    private static final int ROUNDS = Integer.getInteger("certpath.rounds", 5);
    private static final int WARM_UP = Integer.getInteger("certpath.list-warm-up", 10);

    private static final String DRY_RUN = "draft: from saving it to its dry run";

    /** How many different points the changed rule has in turn. */
    private static final int POINTS = 9;

    /** Which pages to load; the newest page is among them, because others are compared with it. */
    private static final Predicate<String> PAGES =
            Pattern.compile(System.getProperty("certpath.list-pages", ".*")).asMatchPredicate();

    private static final int PLANNED_CASES = 100_000;

    /** So little memory that a million rows would not fit into it. */
    private static final List<String> EXPORT_OPTIONS = List.of("-Xmx256m", "-XX:+UseSerialGC", "-Xlog:gc");

    private final List<Path> folders = new ArrayList<>();
    private final List<List<String>> settings = new ArrayList<>();
    private final List<Map<String, String>> addresses = new ArrayList<>();

    /** By page, the milliseconds of each application in each round. */
    private final Map<String, double[][]> milliseconds = new LinkedHashMap<>();

    /**
     * Fills databases and measures.
     *
     * @param folder a folder for data
     * @param newDatabase supplies the settings of a new database
     */
    void run(Path folder, Supplier<List<String>> newDatabase) throws IOException {
        for (int cases : SIZES) {
            folders.add(Files.createDirectory(folder.resolve(Integer.toString(cases))));
            settings.add(newDatabase.get());
            long start = System.nanoTime();
            addresses.add(
                    SeededApplication.fill(folders.get(folders.size() - 1), settings.get(settings.size() - 1), cases));
            System.out.printf("filled in %,d s%n", (System.nanoTime() - start) / 1_000_000_000);
        }
        writePlans(
                Path.of(System.getProperty("certpath.jar")).resolveSibling("plans-" + folder.getFileName() + ".txt"));
        measurePages();
        printPages();
        for (int application = 0; application < SIZES.size(); application++) {
            export(application);
        }
    }

    /** Writes the plans of all queries at {@link #PLANNED_CASES}, if there is an application with so many. */
    private void writePlans(Path file) throws IOException {
        int application = SIZES.indexOf(PLANNED_CASES);
        if (application >= 0) {
            Files.write(
                    file,
                    SeededApplication.plans(
                            folders.get(application), settings.get(application), addresses.get(application)));
            System.out.println("query plans: " + file.toAbsolutePath());
        }
    }

    private void measurePages() throws IOException {
        var applications = new ArrayList<SeededApplication>();
        try {
            for (int application = 0; application < SIZES.size(); application++) {
                applications.add(SeededApplication.start(
                        folders.get(application), JvmOptions.COMMON, settings.get(application)));
            }
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                for (String page : pages()) {
                    measure(page, round, applications);
                }
                measureDryRun(round, applications);
            }
        } finally {
            for (SeededApplication application : applications) {
                application.close();
            }
        }
    }

    /** The pages that all applications have. */
    private List<String> pages() {
        return addresses.get(0).keySet().stream()
                .filter(PAGES.or(ListPages.NEWEST::equals))
                .filter(page -> addresses.stream().allMatch(all -> all.containsKey(page)))
                .toList();
    }

    /** Loads a page once from each application; rounds before the first one are for warming up. */
    private void measure(String page, int round, List<SeededApplication> applications) throws IOException {
        var measured = milliseconds.computeIfAbsent(page, name -> new double[SIZES.size()][ROUNDS]);
        for (int application = 0; application < SIZES.size(); application++) {
            double time = applications
                    .get(application)
                    .load(addresses.get(application).get(page));
            if (round >= 0) {
                measured[application][round] = time;
            }
        }
    }

    /** Measures from saving a draft until its dry run is shown. */
    private void measureDryRun(int round, List<SeededApplication> applications) {
        var measured = milliseconds.computeIfAbsent(DRY_RUN, name -> new double[SIZES.size()][ROUNDS]);
        for (int application = 0; application < SIZES.size(); application++) {
            double time = applications.get(application).runDry(2 + Math.floorMod(round, POINTS));
            if (round >= 0) {
                measured[application][round] = time;
            }
        }
    }

    private void printPages() {
        System.out.println("\n| page | "
                + SIZES.stream().map("ms at %,d"::formatted).collect(Collectors.joining(" | ")) + " | "
                + SIZES.stream().skip(1).map("%,d : fewest"::formatted).collect(Collectors.joining(" | ")) + " |");
        System.out.println("| --- |" + " --- |".repeat(2 * SIZES.size() - 1));
        milliseconds.forEach((page, measured) -> System.out.println("| " + page + " | "
                + Stream.of(measured).map(time -> Spread.of(time).toString()).collect(Collectors.joining(" | ")) + " | "
                + Stream.of(measured)
                        .skip(1)
                        .map(time -> Spread.ofRatios(time, measured[0]).toString())
                        .collect(Collectors.joining(" | "))
                + " |"));
        Stream.of(ListPages.RECENT_INSIGHTS, ListPages.ALL_INSIGHTS, DRY_RUN)
                .filter(milliseconds::containsKey)
                .forEach(this::printRatioToNewest);
    }

    private void printRatioToNewest(String page) {
        for (int application = 0; application < SIZES.size(); application++) {
            System.out.printf(
                    "%s : %s at %,d: %s%n",
                    page,
                    ListPages.NEWEST,
                    SIZES.get(application),
                    Spread.ofRatios(
                            milliseconds.get(page)[application], milliseconds.get(ListPages.NEWEST)[application]));
        }
    }

    private void export(int index) throws IOException {
        try (var application = SeededApplication.start(folders.get(index), EXPORT_OPTIONS, settings.get(index))) {
            double time = application.load("/advisor/cases.csv");
            System.out.printf(
                    "export of %,d cases: %,.1f s, at most %d MB of heap after a collection%n",
                    SIZES.get(index),
                    time / 1_000,
                    GarbageCollectionLog.mostMegabytesAfterCollection(application.output()));
        }
    }
}
