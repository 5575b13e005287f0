package dev.certpath.editions.pins;

import dev.certpath.guide.Guide;
import dev.certpath.guide.ShippedPins;
import dev.certpath.recommend.OutcomeTable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets, changes and lifts pins, and checks editions against them. */
@Service
public class PinService {

    private final PinRepository pins;
    private final ShippedPins shipped;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PinService(PinRepository pins, ShippedPins shipped, PlatformTransactionManager transactions, Clock clock) {
        this.pins = pins;
        this.shipped = shipped;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Finds a pin, lifted or not. */
    public Optional<Pin> find(long id) {
        return pins.find(id);
    }

    /** Finds the pins that count, in the order in which they were set. */
    public List<Pin> findInForce() {
        return pins.findInForce();
    }

    /** Finds the pins that no longer count, the one that was lifted last first. */
    public List<Pin> findLifted() {
        return pins.findLifted();
    }

    /** Finds the pins that were lifted for a publication: before it, and after the one before it. */
    public List<Pin> findLiftedFor(long publication) {
        return pins.findLiftedFor(publication);
    }

    /** Checks an edition against the pins that count. */
    public List<PinResult> check(Guide guide) {
        var outcomes = new OutcomeTable(guide);
        return pins.findInForce().stream().map(pin -> check(pin, outcomes)).toList();
    }

    /** Finds the pins that an edition breaks. */
    public List<PinResult> findBroken(Guide guide) {
        return check(guide).stream().filter(result -> !result.holds()).toList();
    }

    /**
     * Sets a pin.
     *
     * @return the pin that these answers have already; then none is set
     */
    @Transactional
    public Optional<Pin> set(NewPin pin) {
        pins.lock();
        var existing = pins.findInForce().stream()
                .filter(other -> hasSameAnswers(other, pin))
                .findFirst();
        if (existing.isEmpty()) {
            pins.insert(pin, Optional.empty(), clock.instant());
        }
        return existing;
    }

    /**
     * Changes a pin: the earlier one is lifted for the reason of the new one.
     *
     * @return false if somebody lifted or changed it before, and nothing is changed
     */
    @Transactional
    public boolean replace(long id, NewPin pin, String admin) {
        pins.lock();
        var now = clock.instant();
        if (!pins.lift(id, pin.reason(), admin, now)) {
            return false;
        }
        pins.insert(pin, Optional.of(id), now);
        return true;
    }

    /**
     * Lifts a pin, so that editions need not keep it any more.
     *
     * @return false if somebody lifted or changed it before
     */
    @Transactional
    public boolean lift(long id, String reason, String admin) {
        pins.lock();
        return pins.lift(id, reason, admin, clock.instant());
    }

    /** Notes that the pins that were lifted since the last publication were lifted for this one. */
    public void assignLiftedTo(long publication) {
        pins.assignLiftedTo(publication);
    }

    /**
     * Sets the pins that the application ships, unless there are or were pins. One that the edition in force breaks is left
     * out: it was published knowingly.
     */
    public void importShipped(Guide inForce) {
        if (pins.hasPins()) {
            return; // without a transaction that writes: the application starts on a full disk, too
        }
        transaction.executeWithoutResult(status -> {
            pins.lock(); // others that start wait here, and then see the pins
            if (!pins.hasPins()) {
                insertShipped(new OutcomeTable(inForce), clock.instant());
            }
        });
    }

    private void insertShipped(OutcomeTable inForce, Instant now) {
        shipped.all().stream()
                .filter(pin -> isAllowed(first(pin.answers(), inForce), pin.firsts()))
                .map(pin -> new NewPin(pin.answers(), pin.firsts(), pin.reason(), Optional.empty(), Optional.empty()))
                .forEach(pin -> pins.insert(pin, Optional.empty(), now));
    }

    private static boolean hasSameAnswers(Pin one, NewPin other) {
        return one.answers().keySet().equals(other.answers().keySet())
                && one.answers().entrySet().stream()
                        .allMatch(answer -> Set.copyOf(answer.getValue())
                                .equals(Set.copyOf(other.answers().getOrDefault(answer.getKey(), List.of()))));
    }

    private static PinResult check(Pin pin, OutcomeTable outcomes) {
        return new PinResult(pin, first(pin.answers(), outcomes));
    }

    private static Optional<String> first(Map<String, List<String>> answers, OutcomeTable outcomes) {
        var combination = outcomes.find(answers);
        return combination.isPresent()
                ? Optional.of(outcomes.outcome(combination.getAsInt()).first())
                : Optional.empty();
    }

    private static boolean isAllowed(Optional<String> first, List<String> firsts) {
        return first.filter(firsts::contains).isPresent();
    }
}
