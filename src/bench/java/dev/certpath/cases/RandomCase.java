package dev.certpath.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A case with what students and advisors did to it, by the application's own rules.
 *
 * <p>Every fifth student asks. Advisors take almost all of these cases within two weeks, decide on most, agree four times out
 * of five, and close half of them.
 */
final class RandomCase {

    static final List<String> ADVISORS =
            List.of("admin", "ada", "bob", "cleo", "dan", "eve", "fay", "gus", "hal", "ida");

    private static final List<String> FIRST_NAMES = List.of(
            "Ann",
            "Ben",
            "Chloé",
            "Daniel",
            "Elif",
            "Fatima",
            "George",
            "Hana",
            "Igor",
            "José",
            "Kim",
            "Lena",
            "Mehmet",
            "Nora",
            "Oluwaseun",
            "Priya",
            "Quentin",
            "Rosa",
            "Søren",
            "Thảo",
            "Ulla",
            "Victor",
            "Wei",
            "Zoë");
    private static final List<String> LAST_NAMES = List.of(
            "Adams",
            "Brown",
            "Çelik",
            "Dubois",
            "Eriksson",
            "Fernández",
            "García",
            "Hansen",
            "Ivanov",
            "Jansen",
            "Khan",
            "Lee",
            "Müller",
            "Nguyễn",
            "Okafor",
            "Patel",
            "Quinn",
            "Rossi",
            "Smith",
            "Tanaka",
            "O’Neil",
            "Weber",
            "Yılmaz");
    private static final List<String> TRACKS = List.of("aws", "google", "azure");
    private static final List<String> REASONS =
            List.of("prior-certification", "employer-requires", "cost-or-time", "other");
    private static final Duration KEPT_CONTACT = Duration.ofDays(350); // the application erases them after a year
    private static final Duration FIRST_DAYS = Duration.ofDays(14);

    private final Case entity;
    private final Random random;
    private final Instant now;
    private final List<CaseEvent> events = new ArrayList<>();
    private final List<Message> messages = new ArrayList<>();
    private Optional<Contact> contact = Optional.empty();
    private Instant time;

    RandomCase(Case entity, Random random, Instant now) {
        this.entity = entity;
        this.random = random;
        this.now = now;
        this.time = entity.openedAt();
        if (isOneOf(5)) {
            ask();
            review();
        }
    }

    Case entity() {
        return entity;
    }

    List<CaseEvent> events() {
        return events;
    }

    Optional<Contact> contact() {
        return contact;
    }

    List<Message> messages() {
        return messages;
    }

    private void ask() {
        passTime(Duration.ofHours(1));
        events.add(entity.askAdvisor(time));
        if (Duration.between(time, now).compareTo(KEPT_CONTACT) < 0) {
            contact = Optional.of(new Contact(entity.id(), randomContact(), time));
            messages.add(Message.byStudent(entity.id(), "Which one pays off sooner?", time));
        }
    }

    private void review() {
        boolean isNew = Duration.between(time, now).compareTo(FIRST_DAYS) < 0;
        if (isNew ? isOneOf(2) : !isOneOf(100)) {
            var advisor = oneOf(ADVISORS);
            perform(new CaseAction.Take(), advisor);
            if (!isOneOf(isNew ? 2 : 50)) {
                perform(randomDecision(), advisor);
                if (isOneOf(2)) {
                    perform(new CaseAction.Close(), advisor);
                }
            }
        }
    }

    private void perform(CaseAction action, String advisor) {
        passTime(Duration.ofDays(1));
        events.add(entity.perform(action, advisor, time));
        action.message().ifPresent(message -> messages.add(Message.byAdvisor(entity.id(), message, advisor, time)));
    }

    private CaseAction randomDecision() {
        if (!isOneOf(5)) {
            return new CaseAction.Decide(entity.firstTrack(), entity.secondTrack(), "", "");
        }
        var first = oneOf(TRACKS);
        var second = oneOf(TRACKS.stream().filter(track -> !track.equals(first)).toList());
        boolean agrees = first.equals(entity.firstTrack()) && second.equals(entity.secondTrack());
        return new CaseAction.Decide(
                first, second, agrees ? "" : oneOf(REASONS), agrees ? "" : "It fits what you told me better.");
    }

    private ContactDetails randomContact() {
        var first = oneOf(FIRST_NAMES);
        var last = oneOf(LAST_NAMES);
        return new ContactDetails(first + " " + last, "student" + entity.id() + "@example.org");
    }

    /** Lets up to this much time pass, but not beyond now. */
    private void passTime(Duration most) {
        long left = Math.max(
                1, Math.min(most.toMillis(), Duration.between(time, now).toMillis()));
        time = time.plusMillis(random.nextLong(left));
    }

    private boolean isOneOf(int count) {
        return random.nextInt(count) == 0;
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
