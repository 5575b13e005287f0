package dev.certpath.editions.pins;

import java.util.Optional;

/**
 * What an edition does with a pin.
 *
 * @param pin the pin
 * @param first the code of the first track that the edition recommends; empty if it does not have these answers
 */
public record PinResult(Pin pin, Optional<String> first) {

    /** Whether the edition recommends one of the tracks that it must. */
    public boolean holds() {
        return first.filter(pin.firsts()::contains).isPresent();
    }
}
