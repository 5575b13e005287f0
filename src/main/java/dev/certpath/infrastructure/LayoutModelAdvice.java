package dev.certpath.infrastructure;

import dev.certpath.editions.CurrentGuide;
import dev.certpath.web.desk.DeskUrls;
import dev.certpath.web.questionnaire.QuestionnaireUrls;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Model attributes that all pages share: guide name and edition, date of the last fact check, colours of tracks, request id. */
@ControllerAdvice(basePackageClasses = {QuestionnaireUrls.class, DeskUrls.class, LayoutModelAdvice.class})
class LayoutModelAdvice {

    private final CurrentGuide currentGuide;
    private final MessageSource messages;

    LayoutModelAdvice(CurrentGuide currentGuide, MessageSource messages) {
        this.currentGuide = currentGuide;
        this.messages = messages;
    }

    @ModelAttribute("guideEdition")
    int guideEdition() {
        return currentGuide.guide().edition();
    }

    @ModelAttribute("guideName")
    String guideName() {
        var name = currentGuide.guide().name();
        return name.isEmpty() ? messages.getMessage("guide.name.default", null, Locale.ENGLISH) : name;
    }

    @ModelAttribute("guideShortName")
    String guideShortName() {
        var shortName = currentGuide.guide().shortName();
        return shortName.isEmpty()
                ? guideName()
                : messages.getMessage("guide.name.short", new Object[] {shortName}, Locale.ENGLISH);
    }

    @ModelAttribute("factsChecked")
    LocalDate factsChecked() {
        return currentGuide.guide().factsCheckedOn();
    }

    @ModelAttribute("tones")
    TrackTones tones() {
        return currentGuide.get().derive(TrackTones.class, snapshot -> new TrackTones(snapshot.guide()));
    }

    @ModelAttribute(RequestIdValve.NAME)
    @Nullable
    String requestId(HttpServletRequest request) {
        return RequestIdValve.of(request);
    }
}
