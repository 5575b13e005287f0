package dev.certpath.infrastructure;

import dev.certpath.editions.CurrentGuide;
import dev.certpath.guide.Guide;
import dev.certpath.web.desk.DeskUrls;
import dev.certpath.web.questionnaire.QuestionnaireUrls;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
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

    @ModelAttribute
    void addAttributes(Model model, HttpServletRequest request) {
        var snapshot = currentGuide.get();
        var guide = snapshot.guide();
        model.addAttribute("guideEdition", guide.edition());
        model.addAttribute("guideName", name(guide));
        model.addAttribute("guideShortName", shortName(guide));
        model.addAttribute("factsChecked", guide.factsCheckedOn());
        model.addAttribute("tones", snapshot.derive(TrackTones.class, current -> new TrackTones(current.guide())));
        model.addAttribute(RequestIdValve.NAME, RequestIdValve.of(request));
    }

    private String name(Guide guide) {
        return guide.name().isEmpty() ? text("guide.name.default") : guide.name();
    }

    private String shortName(Guide guide) {
        return guide.shortName().isEmpty() ? name(guide) : text("guide.name.short", guide.shortName());
    }

    private String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments, Locale.ENGLISH);
    }
}
