package dev.certpath.infrastructure;

import dev.certpath.guide.Guide;
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

    private final Guide guide;
    private final String guideName;
    private final String guideShortName;
    private final TrackTones tones;

    LayoutModelAdvice(Guide guide, MessageSource messages) {
        this.guide = guide;
        this.guideName =
                guide.name().isEmpty() ? messages.getMessage("guide.name.default", null, Locale.ENGLISH) : guide.name();
        this.guideShortName = guide.shortName().isEmpty()
                ? guideName
                : messages.getMessage("guide.name.short", new Object[] {guide.shortName()}, Locale.ENGLISH);
        this.tones = new TrackTones(guide);
    }

    @ModelAttribute("guideEdition")
    int guideEdition() {
        return guide.edition();
    }

    @ModelAttribute("guideName")
    String guideName() {
        return guideName;
    }

    @ModelAttribute("guideShortName")
    String guideShortName() {
        return guideShortName;
    }

    @ModelAttribute("factsChecked")
    LocalDate factsChecked() {
        return guide.factsCheckedOn();
    }

    @ModelAttribute("tones")
    TrackTones tones() {
        return tones;
    }

    @ModelAttribute(RequestIdValve.NAME)
    @Nullable
    String requestId(HttpServletRequest request) {
        return RequestIdValve.of(request);
    }
}
