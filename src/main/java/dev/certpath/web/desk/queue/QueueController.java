package dev.certpath.web.desk.queue;

import dev.certpath.web.desk.DeskUrls;
import dev.certpath.web.desk.QueueParametersReader;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Shows a page of the queue of cases. */
@Controller
class QueueController {

    private final QueueParametersReader reader;
    private final QueueParametersValidator validator;
    private final QueueViewFactory views;

    QueueController(QueueParametersReader reader, QueueParametersValidator validator, QueueViewFactory views) {
        this.reader = reader;
        this.validator = validator;
        this.views = views;
    }

    @GetMapping(DeskUrls.QUEUE)
    ModelAndView queue(@RequestParam MultiValueMap<String, String> query, Principal advisor) {
        var parameters = reader.read(query);
        if (parameters.isEmpty()) {
            return views.firstPage(advisor.getName()).addObject(BulkActionForm.EMPTY);
        }
        var result = validator.validate(parameters);
        return result.hasErrors()
                ? views.invalidPage(parameters, result, advisor.getName())
                : views.page(parameters, advisor.getName()).addObject(BulkActionForm.EMPTY);
    }
}
