package dev.certpath.web.desk.queue;

import dev.certpath.web.desk.DeskUrls;
import dev.certpath.web.desk.QueueParameters;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The queue: the cases that need someone, and every other part of them that an address asks for. */
@Controller
class QueueController {

    private final QueueQueryParser reader;
    private final QueueViewFactory page;

    QueueController(QueueQueryParser reader, QueueViewFactory page) {
        this.reader = reader;
        this.page = page;
    }

    @GetMapping(DeskUrls.QUEUE)
    ModelAndView queue(@RequestParam MultiValueMap<String, String> parameters, Principal advisor) {
        var form = QueueParameters.of(parameters);
        var problems = reader.problems(form);
        return problems.isEmpty() ? page.of(form, advisor.getName()) : page.of(form, problems);
    }
}
