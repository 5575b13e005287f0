package dev.certpath.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests reading the decision reasons. */
class DecisionReasonsTest {

    @Test
    void readsReasonsInOrder() {
        var reasons = read("reasons:\n  - { reason: cost, label: Cost }\n  - { reason: other, label: Another }\n");
        assertThat(reasons.all())
                .containsExactly(
                        new DecisionReasons.Reason("cost", "Cost"), new DecisionReasons.Reason("other", "Another"));
        assertThat(reasons.find("other")).contains(new DecisionReasons.Reason("other", "Another"));
        assertThat(reasons.find("Other")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"my reason", "Other", "a_b", "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddE"})
    void rejectsInvalidCodes(String code) {
        assertThatExceptionOfType(InvalidGuideException.class)
                .isThrownBy(() ->
                        read("reasons:\n  - { reason: cost, label: C }\n  - { reason: " + code + ", label: L }\n"))
                .withMessage("reasons.yaml:3: 'reason' must consist of 1 to 40 lower-case letters, digits and hyphens");
    }

    @Test
    void rejectsDuplicateReasons() {
        assertThatExceptionOfType(InvalidGuideException.class)
                .isThrownBy(() -> read("reasons:\n  - { reason: cost, label: C }\n  - { reason: cost, label: L }\n"))
                .withMessage("reasons.yaml:3: reason cost is defined twice");
    }

    @Test
    void rejectsAnEmptyList() {
        assertThatExceptionOfType(InvalidGuideException.class)
                .isThrownBy(() -> read("reasons: []\n"))
                .withMessage("reasons.yaml:1: there are no reasons");
    }

    private static DecisionReasons read(String yaml) {
        return DecisionReasons.read(new GuideFile("reasons.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
