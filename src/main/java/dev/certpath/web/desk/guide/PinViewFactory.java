package dev.certpath.web.desk.guide;

import dev.certpath.editions.pins.Pin;
import dev.certpath.editions.pins.PinResult;
import dev.certpath.guide.Guide;
import dev.certpath.guide.Track;
import dev.certpath.web.desk.guide.PinView.Actual;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Describes pins with the labels of an edition. */
@Component
class PinViewFactory {

    /** Pins with what an edition does with them. */
    List<PinView> of(List<PinResult> results, Guide labels) {
        return results.stream()
                .map(result -> view(result.pin(), labels, Optional.of(actual(result, labels))))
                .toList();
    }

    /** Pins alone. */
    List<PinView> ofPins(List<Pin> pins, Guide labels) {
        return pins.stream().map(pin -> of(pin, labels)).toList();
    }

    /** A pin alone. */
    PinView of(Pin pin, Guide labels) {
        return view(pin, labels, Optional.empty());
    }

    private static PinView view(Pin pin, Guide labels, Optional<Actual> actual) {
        return new PinView(
                pin,
                AnswerLabels.known(pin.answers(), labels),
                pin.firsts().stream().map(code -> trackName(code, labels)).toList(),
                actual);
    }

    static Actual actual(PinResult result, Guide labels) {
        return new Actual(
                result.holds(),
                result.first().map(code -> trackName(code, labels)).orElse(""));
    }

    private static String trackName(String code, Guide labels) {
        return labels.findTrack(code).map(Track::name).orElse(code);
    }
}
