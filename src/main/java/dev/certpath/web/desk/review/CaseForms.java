package dev.certpath.web.desk.review;

import dev.certpath.cases.CaseAction;
import dev.certpath.cases.CaseDetails;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.core.Conventions;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.servlet.ModelAndView;

/**
 * The forms of the case page, bound to the parameters of a request. One of them is submitted at a time; the script of the
 * page adds what was entered into the others, so that the next page can show it again.
 */
final class CaseForms {

    private static final List<Function<Map<String, String>, CaseActionForm>> FORMS =
            List.of(AssignForm::of, DecisionForm::of, CloseForm::of, NoteForm::of, MessageForm::of);

    private static final int UNKNOWN_VERSION = -1;

    private final Map<String, String> parameters;
    private final Map<CaseAction.Type, CaseActionForm> forms = new EnumMap<>(CaseAction.Type.class);

    /** The case before the action, once it is loaded. */
    private Optional<CaseDetails> details = Optional.empty();

    /** The result of validating the submitted form, once it is validated. */
    private Optional<BindingResult> result = Optional.empty();

    /** The type of the action that the submitted form was converted to, once it was. */
    private Optional<CaseAction.Type> performedType = Optional.empty();

    CaseForms(Map<String, String> parameters) {
        this.parameters = Map.copyOf(parameters);
        FORMS.forEach(factory -> {
            var form = factory.apply(parameters);
            forms.put(form.type(), form);
        });
    }

    /** Returns the type of the submitted action; empty if there is no such type. */
    Optional<CaseAction.Type> type() {
        return CaseAction.Type.find(parameters.getOrDefault("move", ""));
    }

    /** Returns the code of the ready-made reply that the advisor wants to write, if any. */
    Optional<String> reply() {
        return Optional.ofNullable(parameters.get("reply"));
    }

    /** Returns these forms with a reply as, or after, the words to the student. */
    CaseForms withReply(String reply) {
        var changed = new HashMap<>(parameters);
        changed.merge("words", reply, (words, added) -> words.isBlank() ? added : words + "\n\n" + added);
        return new CaseForms(changed);
    }

    /** Returns whether the advisor wants to see the next case after the action. */
    boolean continuesWithNext() {
        return parameters.getOrDefault("then", "").equals("next");
    }

    /** Returns the version of the case that the advisor saw; -1, which no case has, if the parameter is not a number. */
    int seenVersion() {
        try {
            return Integer.parseInt(parameters.getOrDefault("version", ""));
        } catch (NumberFormatException notANumber) {
            return UNKNOWN_VERSION;
        }
    }

    /**
     * Validates the submitted form, unless the case does not allow the action, and converts it to the action.
     *
     * @return the action; empty if the form has errors
     */
    Optional<CaseAction> toAction(CaseAction.Type type, CaseDetails current, CaseFormContext context) {
        details = Optional.of(current);
        var form = forms.get(type);
        if (form == null) {
            return Optional.of(type.withoutParameters().orElseThrow());
        }
        if (current.allowedActions().contains(type)) {
            var errors = bindingResult(form);
            form.validate(context, errors);
            result = Optional.of(errors);
        }
        if (hasErrors()) {
            return Optional.empty();
        }
        var action = form.toAction(context.recommendation());
        performedType = Optional.of(action.type());
        return Optional.of(action);
    }

    /** Returns the type of the action that the submitted form was converted to; empty if there is no such form. */
    Optional<CaseAction.Type> performedType() {
        return performedType;
    }

    /** Returns whether the submitted form has errors. */
    boolean hasErrors() {
        return result.filter(Errors::hasErrors).isPresent();
    }

    /** Returns the fields that were entered into other forms than the submitted one. */
    Map<String, String> otherInput() {
        var fields = new HashMap<String, String>();
        forms.values().stream()
                .filter(form -> isEntered(form) && !isSubmitted(form) && !isInitial(form))
                .forEach(form -> fields.putAll(form.fields()));
        fields.values().removeIf(String::isEmpty);
        return fields;
    }

    /**
     * Adds the forms to a page, each as a model attribute with its errors.
     *
     * @param page the page
     * @param current the case, for the initial values of forms into which nothing was entered
     */
    void addTo(ModelAndView page, CaseDetails current) {
        forms.values()
                .forEach(form -> page.addAllObjects(bindingResult(isEntered(form) ? form : form.initial(current))
                        .getModel()));
        result.ifPresent(submitted -> page.addAllObjects(submitted.getModel()));
        page.addObject("submittedForm", result.map(Errors::getObjectName).orElse("noteForm"));
        page.addObject("submittedAction", parameters.getOrDefault("move", ""));
        page.addObject("hasSubmittedForm", submitted().isPresent());
        page.addObject("enteredText", enteredText());
    }

    /** Returns the text of the submitted form; may be empty. */
    String enteredText() {
        return submitted().map(CaseActionForm::text).orElse("");
    }

    /**
     * Returns the version for the forms of the page. After an error it is still the version that the advisor saw, so that
     * a concurrent change is reported when the form is submitted again.
     */
    String version(CaseDetails current) {
        var seen = parameters.getOrDefault("version", "");
        return seen.isEmpty() ? Integer.toString(current.saved().version()) : seen;
    }

    private Optional<CaseActionForm> submitted() {
        return type().flatMap(type -> Optional.ofNullable(forms.get(type)));
    }

    private boolean isSubmitted(CaseActionForm form) {
        return submitted().filter(form::equals).isPresent();
    }

    private boolean isInitial(CaseActionForm form) {
        return details.filter(known -> form.equals(form.initial(known))).isPresent();
    }

    private boolean isEntered(CaseActionForm form) {
        return isSubmitted(form)
                || !Collections.disjoint(parameters.keySet(), form.fields().keySet());
    }

    private static BindingResult bindingResult(CaseActionForm form) {
        return new BeanPropertyBindingResult(form, Conventions.getVariableName(form));
    }
}
