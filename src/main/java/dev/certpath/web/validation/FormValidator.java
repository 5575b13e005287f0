package dev.certpath.web.validation;

import jakarta.validation.ConstraintViolation;
import java.lang.reflect.RecordComponent;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

/** Bean Validation that reports the violations of a record in the order of its components. Spring has no order. */
@Primary
@Component
class FormValidator extends LocalValidatorFactoryBean {

    @Override
    protected void processConstraintViolations(Set<ConstraintViolation<Object>> violations, Errors errors) {
        Comparator<ConstraintViolation<Object>> byField = Comparator.comparingInt(FormValidator::position);
        Comparator<ConstraintViolation<Object>> byConstraint = Comparator.comparing(FormValidator::constraint);
        var ordered = violations.stream()
                .sorted(byField.thenComparing(byConstraint))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        super.processConstraintViolations(ordered, errors);
    }

    private static int position(ConstraintViolation<Object> violation) {
        var components = violation.getRootBeanClass().getRecordComponents();
        return components == null
                ? 0
                : Stream.of(components)
                        .map(RecordComponent::getName)
                        .toList()
                        .indexOf(violation.getPropertyPath().toString());
    }

    private static String constraint(ConstraintViolation<Object> violation) {
        return violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
    }
}
