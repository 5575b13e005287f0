package dev.certpath.guide;

import org.jspecify.annotations.Nullable;

/**
 * One of the ways to start: a provider's line of certifications.
 *
 * @param position its place among the guide's tracks, from 0: equal tracks are put in this order
 * @param code its public name
 * @param name what people call it
 * @param provider its full name
 * @param mark a letter that stands for it where colour must not stand alone
 * @param names the code of the exam that the guide names
 * @param usuallyNext the code of the track that most people go on to, or null where the guide says nothing
 */
public record Track(
        int position,
        String code,
        String name,
        String provider,
        String mark,
        String names,
        @Nullable String usuallyNext) {}
