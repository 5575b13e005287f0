/**
 * Validation of form input, which the student pages and the desk share: constraints, normalization of text, and the
 * validator that reports violations in the order of a form's fields.
 *
 * <p>A form is a public record of strings, a parameter of its controller method with {@code @Valid}, followed by the {@link
 * org.springframework.validation.BindingResult}. The message of a violation has the key {@code
 * <constraint>.<form>.<field>} in {@code messages.properties}, for example {@code NotBlank.accountForm.username}, or a
 * shorter one as in {@link org.springframework.validation.DefaultMessageCodesResolver}. Its arguments are the name of the
 * field, then the attributes of the constraint in alphabetical order.
 */
@NullMarked
package dev.certpath.web.validation;

import org.jspecify.annotations.NullMarked;
