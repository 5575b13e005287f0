package dev.certpath.editions.dryrun;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Service;

/**
 * Compares an edition with the one in force, one at a time and in the background. Finished dry runs are in the database,
 * where every instance finds them; one that was interrupted by a stop is run again when it is asked for.
 */
@Service
public class DryRunService implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DryRunService.class);

    /** How long a caller waits, so that a page rarely has to be loaded again. */
    private static final Duration WAIT = Duration.ofSeconds(1);

    /** How long a dry run is kept that was not published. */
    private static final Duration RETENTION = Duration.ofDays(7);

    /** How long a stop waits for a dry run: an interrupt could close the file of the embedded database. */
    private static final int SECONDS_TO_FINISH = 20;

    private final DryRunRepository repository;
    private final SavedCases savedCases;
    private final Clock clock;
    private final ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
    private final Map<DryRunRequest.Key, Run> runs = new HashMap<>();

    DryRunService(DryRunRepository repository, SavedCases savedCases, Clock clock) {
        this.repository = repository;
        this.savedCases = savedCases;
        this.clock = clock;
        executor.setCorePoolSize(1);
        executor.setMaxPoolSize(1);
        executor.setWaitForTasksToCompleteOnShutdown(true);
        executor.setAwaitTerminationSeconds(SECONDS_TO_FINISH);
        executor.setThreadNamePrefix("dry-run-");
        executor.initialize();
    }

    /** Finds the latest dry run, and begins one if there is none. Waits for a second if it has not finished. */
    public DryRunState find(DryRunRequest request) {
        var running = findRun(request.key());
        if (running.isPresent()) {
            return running.get().await();
        }
        return repository
                .findLatest(request.key())
                .<DryRunState>map(DryRunState.Finished::new)
                .orElseGet(() -> beginUnlessRunning(request).await());
    }

    /** Begins a new dry run, because the saved cases may have changed, unless one is running. */
    public void begin(DryRunRequest request) {
        beginUnlessRunning(request);
    }

    /** Returns whether the dry run with a number is one of these editions. */
    public boolean isOf(long id, DryRunRequest request) {
        return repository.exists(id, request.key());
    }

    /** Finds a dry run by its number. */
    public Optional<StoredDryRun> find(long id) {
        return repository.find(id);
    }

    @Override
    public void destroy() {
        executor.shutdown();
    }

    private synchronized Optional<Run> findRun(DryRunRequest.Key key) {
        return Optional.ofNullable(runs.get(key));
    }

    /** Begins a dry run, also in place of one that failed; returns the one that is running otherwise. */
    private synchronized Run beginUnlessRunning(DryRunRequest request) {
        var running = runs.get(request.key());
        if (running != null && !running.result.isCompletedExceptionally()) {
            return running;
        }
        var run = new Run();
        runs.put(request.key(), run);
        executor.execute(() -> calculate(request, run));
        return run;
    }

    private void calculate(DryRunRequest request, Run run) {
        try {
            var now = clock.instant();
            repository.deleteUnpublishedBefore(now.minus(RETENTION));
            var calculation = new DryRunCalculation(
                    request.inForce(), request.edition(), now, progress -> run.progress = progress);
            var calculated = calculation.run(savedCases);
            long id = repository.insert(request.key(), calculated.dryRun(), calculated.changedDocuments());
            remove(request.key(), run);
            run.result.complete(new StoredDryRun(id, calculated.dryRun()));
        } catch (RuntimeException failure) {
            LOG.error("A dry run of an edition failed", failure);
            run.result.completeExceptionally(failure);
        }
    }

    private synchronized void remove(DryRunRequest.Key key, Run run) {
        runs.remove(key, run);
    }

    private static final class Run {

        private final CompletableFuture<StoredDryRun> result = new CompletableFuture<>();
        private volatile DryRunProgress progress = DryRunProgress.WAITING;

        DryRunState await() {
            try {
                return new DryRunState.Finished(result.get(WAIT.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException running) {
                return new DryRunState.Running(progress);
            } catch (ExecutionException failed) {
                return new DryRunState.Failed();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return new DryRunState.Running(progress);
            }
        }
    }
}
