package dev.certpath.web.desk.guide;

import dev.certpath.editions.pins.Pin;
import java.util.List;
import java.util.Optional;

/**
 * A pin.
 *
 * @param pin the pin
 * @param answers the answers that are known, as labels
 * @param firsts the names of the tracks of which one must come first
 * @param actual what an edition recommends; empty for pins that no edition was checked against
 */
public record PinView(Pin pin, List<AnswerLabels.AnswerLabel> answers, List<String> firsts, Optional<Actual> actual) {

    /**
     * What an edition recommends.
     *
     * @param holds whether the edition keeps the pin
     * @param first the name of the track that comes first; empty if the edition does not have these answers
     */
    public record Actual(boolean holds, String first) {}
}
