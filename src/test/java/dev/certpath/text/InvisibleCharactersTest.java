package dev.certpath.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvisibleCharactersTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00,
                0x01,
                0x0A,
                0x1F,
                0x7F,
                0x85,
                0x9F, // control characters
                0xAD,
                0x061C,
                0x180E,
                0x200B,
                0x200D,
                0x200E,
                0x202E,
                0x2060,
                0x2066,
                0xFEFF,
                0xE0041, // format
                0x2028,
                0x2029,
                0x0378,
                0xFFFF,
                0xE000,
                0x10FFFD,
                0xD800,
                0xDFFF, // separators, no characters
                0x034F,
                0x115F,
                0x1160,
                0x17B4,
                0x2800,
                0x3164,
                0xFFA0,
                0xFE0F,
                0xE0100 // drawn as nothing
            })
    void findsAndRemovesInvisibleCharacters(int character) {
        var text = "ad" + Character.toString(character) + "min";

        assertTrue(InvisibleCharacters.areIn(text));
        assertEquals("admin", InvisibleCharacters.removeFrom(text));
        assertFalse(InvisibleCharacters.areAll(text));
        assertTrue(InvisibleCharacters.areAll(Character.toString(character) + " \u00A0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "Zoë Łukasz", "O’Brien", "李明", "한글", "नमस्ते", "🌲", "a\u00A0b"})
    void keepsVisibleText(String text) {
        assertFalse(InvisibleCharacters.areIn(text));
        assertEquals(text, InvisibleCharacters.removeFrom(text));
        assertFalse(InvisibleCharacters.areAll(text));
    }

    @Test
    void anEmptyTextHasNoVisibleCharacter() {
        assertTrue(InvisibleCharacters.areAll(""));
        assertFalse(InvisibleCharacters.areIn(""));
    }
}
