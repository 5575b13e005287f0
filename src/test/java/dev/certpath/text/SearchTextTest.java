package dev.certpath.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Ärmel ÖL | armel ol",
                "Renée-Zoë | renee-zoe",
                "Łukasz Ørsted | łukasz ørsted",
                "Straße | STRASSE",
                "ΟΔΟΣ | οδος",
                "İstanbul | istanbul",
                "O’Neil O‘Neil O'Neil O`Neil | O´Neil O'Neil O“Neil O\"Neil",
                "Anne–Marie Anne—Marie | Anne-Marie Anne‐Marie",
                "Ａｎｎ ﬁne | Ann fine",
                "Ann\u00A0 Lee | ann lee",
                "José | Jose\u0301"
            })
    void textsThatLookAlikeBecomeEqual(String one, String other) {
        assertThat(SearchText.fold(one)).isEqualTo(SearchText.fold(other));
    }

    @Test
    void foldingAgainChangesNothing() {
        for (int character = 0x20; character < 0x3000; character++) {
            var folded = SearchText.fold("x" + Character.toString(character) + "y");

            assertThat(SearchText.fold(folded)).isEqualTo(folded);
        }
    }

    @Test
    void searchDoesNotFindTheEndOfOneTextWithTheStartOfTheNext() {
        assertThat(SearchText.of("Ann", "bob@example.org"))
                .doesNotContain("annbob")
                .contains("ann", "bob@example.org");
    }

    @Test
    void foldedTextFitsItsColumn() {
        assertThat(SearchText.of("\uFDFA".repeat(100), "\uFDFA".repeat(254))).hasSize(SearchText.MAX_LENGTH);
    }
}
