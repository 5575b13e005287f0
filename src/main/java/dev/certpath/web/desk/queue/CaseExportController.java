package dev.certpath.web.desk.queue;

import dev.certpath.cases.CurrentDate;
import dev.certpath.cases.search.CaseSearch;
import dev.certpath.web.desk.DeskUrls;
import dev.certpath.web.desk.QueueParameters;
import dev.certpath.web.desk.QueueParametersReader;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Exports the cases of a queue as CSV: all pages, with the same filters and order. */
@Controller
class CaseExportController {

    private final QueueParametersReader reader;
    private final CaseSearch search;
    private final QueueQueryParser parser;
    private final QueueParametersValidator validator;
    private final QueueViewFactory views;
    private final CaseCsvColumns columns;
    private final CurrentDate currentDate;

    CaseExportController(
            QueueParametersReader reader,
            CaseSearch search,
            QueueQueryParser parser,
            QueueParametersValidator validator,
            QueueViewFactory views,
            CaseCsvColumns columns,
            CurrentDate currentDate) {
        this.reader = reader;
        this.search = search;
        this.parser = parser;
        this.validator = validator;
        this.views = views;
        this.columns = columns;
        this.currentDate = currentDate;
    }

    /** Streams the rows to the response while reading them. Returns the queue page if the parameters are invalid. */
    @GetMapping(DeskUrls.EXPORT)
    @Nullable
    ModelAndView export(
            @RequestParam MultiValueMap<String, String> query, Principal advisor, HttpServletResponse response)
            throws IOException {
        var parameters = reader.read(query).without(QueueParameters.AFTER);
        var result = validator.validate(parameters);
        if (result.hasErrors()) {
            return views.invalidPage(parameters, result, advisor.getName());
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment());
        var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        var writer = new CaseCsvWriter(out, columns.all());
        search.forEach(parser.toQuery(parameters, parser.viewer(advisor.getName())), writer::write);
        out.flush();
        return null;
    }

    private String attachment() {
        var filename = "certpath-cases-" + currentDate.get() + ".csv";
        return ContentDisposition.attachment().filename(filename).build().toString();
    }
}
