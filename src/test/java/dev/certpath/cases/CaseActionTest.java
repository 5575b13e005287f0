package dev.certpath.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The types of actions, whose codes are stored and used in forms. */
class CaseActionTest {

    @Test
    void codesAreStable() {
        assertThat(Stream.of(CaseAction.Type.values()).map(CaseAction.Type::toString))
                .containsExactly(
                        "take",
                        "give-back",
                        "assign",
                        "decide",
                        "clear-decision",
                        "close",
                        "reopen",
                        "note",
                        "message");
    }

    @ParameterizedTest
    @EnumSource(CaseAction.Type.class)
    void findsTypeByCode(CaseAction.Type type) {
        assertThat(CaseAction.Type.find(type.toString())).contains(type);
        assertThat(CaseAction.Type.find(type.name())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CaseAction.Type.class)
    void createsActionsWithoutParametersOfTheirType(CaseAction.Type type) {
        assertThat(type.withoutParameters().stream())
                .allSatisfy(action -> assertThat(action.type()).isEqualTo(type));
    }
}
