package dev.certpath.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Tests reading the ready-made replies. */
class ReadyMadeRepliesTest {

    @Test
    void readsRepliesInOrderAndNamesTracks() {
        var replies = read("""
                replies:
                  - { reply: agree, label: It fits, text: 'First {first}, then {second}.' }
                  - { reply: ask, label: Ask back, text: 'Which role?' }
                """);
        assertThat(replies.all()).extracting(ReadyMadeReplies.Reply::code).containsExactly("agree", "ask");
        assertThat(replies.all().get(0).forTracks("Blue", "Green").text()).isEqualTo("First Blue, then Green.");
    }

    @Test
    void acceptsAnEmptyList() {
        assertThat(read("replies: []\n").all()).isEmpty();
    }

    @Test
    void rejectsDuplicateAndUnknownKeys() {
        assertThatExceptionOfType(InvalidGuideException.class)
                .isThrownBy(() -> read("""
                        replies:
                          - { reply: ask, label: A, text: T }
                          - { reply: ask, label: B, text: T, tone: kind }
                        """))
                .withMessageContaining("replies.yaml:3: reply ask is defined twice")
                .withMessageContaining("tone");
    }

    private static ReadyMadeReplies read(String yaml) {
        return ReadyMadeReplies.read(new GuideFile("replies.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
