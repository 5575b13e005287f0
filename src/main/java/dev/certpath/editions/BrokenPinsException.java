package dev.certpath.editions;

import dev.certpath.editions.pins.PinResult;
import java.util.List;

/** Thrown when an edition is published that breaks pins. */
public final class BrokenPinsException extends RuntimeException {

    BrokenPinsException(List<PinResult> broken) {
        super("The edition breaks " + broken.size() + " pins");
    }
}
