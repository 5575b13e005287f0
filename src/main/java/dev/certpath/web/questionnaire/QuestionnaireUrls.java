package dev.certpath.web.questionnaire;

import dev.certpath.guide.Question;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/** Every address of the students' pages. Templates ask for them as {@code addresses}. */
@Component
public class QuestionnaireUrls {

    /** The parameter by which a question page knows that its form was sent. */
    static final String CONTINUE = "continue";

    /** The parameter by which a question page knows that it goes back to the check page. */
    static final String FROM = "from";

    static final String CHECK = "check";

    private static final String QUESTIONNAIRE = "/questionnaire/";

    /** A question, with the answers so far. */
    public String question(Question question, Map<String, List<String>> codes) {
        return with(QUESTIONNAIRE + question.code(), codes);
    }

    /** A question that goes back to the check page. */
    public String change(String question, Map<String, List<String>> codes) {
        return UriComponentsBuilder.fromUriString(with(QUESTIONNAIRE + question, codes))
                .queryParam(FROM, CHECK)
                .toUriString();
    }

    /** The check page, with the answers so far. */
    public String check(Map<String, List<String>> codes) {
        return with(QUESTIONNAIRE + CHECK, codes);
    }

    /** The check page, with some answers changed. */
    public String check(Map<String, List<String>> codes, Map<String, List<String>> changes) {
        var changed = new LinkedHashMap<>(codes);
        changed.putAll(changes);
        return check(changed);
    }

    /** A recommendation. */
    public String recommendation(String id) {
        return "/recommendations/" + id;
    }

    /** The whole address of a recommendation, host and all, for what is kept outside of the site. */
    public String whole(String id) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(recommendation(id))
                .toUriString();
    }

    /** Where the student of a recommendation asks an advisor to look at it. */
    public String ask(String id) {
        return recommendation(id) + "/ask";
    }

    /** Where they take back who they are. */
    public String withdraw(String id) {
        return recommendation(id) + "/withdraw";
    }

    /** Where they delete it all. */
    public String delete(String id) {
        return recommendation(id) + "/delete";
    }

    /** What they see when it is gone. */
    public String deleted() {
        return "/deleted";
    }

    /** A recommendation's calendar. */
    public String plan(String id) {
        return recommendation(id) + "/plan.ics";
    }

    /** Sends the browser on to a page, after a form did its work. */
    static View seeOther(String address) {
        var view = new RedirectView(address);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return view;
    }

    private static String with(String path, Map<String, List<String>> codes) {
        var address = UriComponentsBuilder.fromPath(path);
        var values = new HashMap<String, Object>();
        codes.forEach((parameter, given) -> {
            for (int place = 0; place < given.size(); place++) {
                var name = parameter + place;
                values.put(name, given.get(place));
                address.queryParam(parameter, "{" + name + "}");
            }
        });
        return address.encode().buildAndExpand(values).toUriString();
    }
}
