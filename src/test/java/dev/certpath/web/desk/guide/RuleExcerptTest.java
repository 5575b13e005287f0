package dev.certpath.web.desk.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.guide.GuideYaml;
import dev.certpath.guide.Rule;
import org.junit.jupiter.api.Test;

/** Finds each rule of a draft with all its lines and no other. */
class RuleExcerptTest {

    @Test
    void findsEveryRuleOfThePublishedGuide() {
        var yaml = GuideYaml.published();
        for (Rule rule : yaml.read().rules()) {
            var excerpt = RuleExcerpt.find(rule.code(), yaml.edition()).orElseThrow();
            assertThat(yaml.edition().lines().toList().get(excerpt.line() - 1)).endsWith("- rule: " + rule.code());
            assertThat(excerpt.text())
                    .startsWith("- rule: " + rule.code())
                    .contains("points: " + rule.points(), "basis: ");
            assertThat(excerpt.text().split("rule: ")).as("rules in it").hasSize(2);
        }
    }

    @Test
    void findsARuleInATextThatIsNoEdition() {
        assertThat(RuleExcerpt.find("a", "- rule: a")).contains(new RuleExcerpt("a", 1, "- rule: a"));
        assertThat(RuleExcerpt.find("a", "x\n- rule: ab\n- rule: a\n  points: 1\n\nb: 1"))
                .contains(new RuleExcerpt("a", 3, "- rule: a\n  points: 1"));
        assertThat(RuleExcerpt.find("", "- rule: a")).isEmpty();
        assertThat(RuleExcerpt.find("a.*", "- rule: ab")).isEmpty();
    }
}
