package dev.certpath.guide;

import org.jspecify.annotations.Nullable;

/**
 * A certification track of a provider.
 *
 * @param position the position among the tracks of the guide, starting at 0; decides when nothing else does
 * @param code the code used in URLs and JSON
 * @param name the short name of the provider
 * @param provider the full name of the provider
 * @param mark a letter shown in addition to the colour
 * @param colour the colour in which it is shown
 * @param examCode the code of the exam named by the guide, the first in the chain of the track
 * @param usuallyNext the code of the track that most people take next; null if the guide names none
 */
public record Track(
        int position,
        String code,
        String name,
        String provider,
        String mark,
        TrackColour colour,
        String examCode,
        @Nullable String usuallyNext) {}
