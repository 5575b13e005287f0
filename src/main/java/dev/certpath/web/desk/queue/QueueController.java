package dev.certpath.web.desk.queue;

import dev.certpath.web.desk.DeskUrls;
import dev.certpath.web.desk.QueueParameters;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Shows a page of the queue of cases. */
@Controller
class QueueController {

    private final QueueQueryParser parser;
    private final QueueViewFactory views;

    QueueController(QueueQueryParser parser, QueueViewFactory views) {
        this.parser = parser;
        this.views = views;
    }

    @GetMapping(DeskUrls.QUEUE)
    ModelAndView queue(@RequestParam MultiValueMap<String, String> query, Principal advisor) {
        var parameters = QueueParameters.of(query);
        var violations = parser.validate(parameters);
        return violations.isEmpty()
                ? views.page(parameters, advisor.getName())
                : views.invalidPage(parameters, violations);
    }
}
