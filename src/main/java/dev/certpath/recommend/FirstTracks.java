package dev.certpath.recommend;

/** The track that ranks first for each combination of answers, found once for all of them. */
final class FirstTracks {

    private final byte[] positions;

    FirstTracks(AnswerSpace space, ScoreTable scores) {
        positions = new byte[space.size()];
        for (int combination = 0; combination < positions.length; combination++) {
            positions[combination] = (byte) scores.findFirst(space.answerIndexes(combination));
        }
    }

    /** The position of the track that ranks first. */
    int of(int combination) {
        return positions[combination];
    }
}
