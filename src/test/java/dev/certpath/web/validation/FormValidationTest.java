package dev.certpath.web.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import dev.certpath.testsupport.TestApplication;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.PropertyDescriptor;
import java.beans.Introspector;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.MessageSource;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.SmartValidator;

/** The violations of forms have messages and the order of the fields. */
class FormValidationTest {

    private static final TestApplication SITE = TestApplication.shared();

    private final SmartValidator validator = SITE.bean(SmartValidator.class);
    private final MessageSource messages = SITE.bean(MessageSource.class);

    record SampleForm(
            @Pattern(regexp = "x") String zebra,
            @NotBlank @Pattern(regexp = "x") String apple,
            @NoControlCharacters String monkey) {}

    static List<Class<?>> forms() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("dev.certpath.web").stream()
                        .filter(JavaClass::isRecord)
                        .<Class<?>>map(JavaClass::reflect)
                        .filter(type -> SITE.bean(Validator.class)
                                .getConstraintsForClass(type)
                                .isBeanConstrained())
                        .toList();
    }

    @Test
    void reportsViolationsInTheOrderOfTheFields() {
        var form = new SampleForm("", "", "\u0000");
        var result = new BeanPropertyBindingResult(form, "sampleForm");
        validator.validate(form, result);
        assertThat(result.getFieldErrors().stream().map(FormValidationTest::describe))
                .containsExactly("zebra Pattern", "apple NotBlank", "apple Pattern", "monkey NoControlCharacters");
    }

    private static String describe(FieldError error) {
        return error.getField() + " " + error.getCode();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0007", "\r", "\u007f", "\u0085"})
    void findsControlCharacters(String text) {
        assertThat(FormText.hasControlCharacters(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two\nlines", "a\ttab", "ä 🌲 \u00a0"})
    void acceptsLineFeedsTabsAndOtherText(String text) {
        assertThat(FormText.hasControlCharacters(text)).isFalse();
    }

    @Test
    void normalizesLineBreaksAndSurroundingSpace() {
        assertThat(FormText.normalize(" a\r\nb\rc\n ")).isEqualTo("a\nb\nc");
        assertThat(FormText.normalize(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'a\r\nBcc: b@example.org', 'a Bcc: b@example.org'",
        "'a\tb\u2028c\u2029d', 'a b c d'",
        "'a\u202egnp.exe\u202c', agnp.exe",
        "'\u2067\u2066\u2068a\u2069', a",
        "'\u202a \u202b\u202d', ''",
        "'\u05d0\u05d1 \u0627\u0628 \u200f1', '\u05d0\u05d1 \u0627\u0628 \u200f1'"
    })
    void aLineHasNoLineBreaksAndChangesNoDirection(String typed, String expected) {
        assertThat(FormText.normalizeLine(typed)).isEqualTo(expected);
    }

    @Test
    void findsForms() {
        assertThat(forms()).extracting(Class::getSimpleName).contains("ContactForm", "AccountForm");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyConstraintHasAMessage(Class<?> form) {
        var name = Introspector.decapitalize(form.getSimpleName());
        for (PropertyDescriptor field :
                SITE.bean(Validator.class).getConstraintsForClass(form).getConstrainedProperties()) {
            for (ConstraintDescriptor<?> constraint : field.getConstraintDescriptors()) {
                var code = constraint.getAnnotation().annotationType().getSimpleName();
                var keys = Stream.of("." + name + "." + field.getPropertyName(), "." + field.getPropertyName(), "")
                        .map(code::concat);
                assertThat(keys).as("keys of messages").anyMatch(this::hasMessage);
            }
        }
    }

    private boolean hasMessage(String key) {
        return !"missing".equals(messages.getMessage(key, null, "missing", Locale.ENGLISH));
    }
}
