package dev.certpath.cases;

import dev.certpath.guide.Answers;
import dev.certpath.guide.Guide;
import dev.certpath.guide.InvalidAnswersException;
import dev.certpath.recommend.Recommendation;
import dev.certpath.recommend.Recommendation.Answered;
import dev.certpath.recommend.Recommender;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** What today's guide would say to the answers of a case. Nothing of it is kept. */
@Service
public class GuideReevaluation {

    private final Guide guide;
    private final Recommender recommender;
    private final Clock clock;

    GuideReevaluation(Guide guide, Recommender recommender, Clock clock) {
        this.guide = guide;
        this.recommender = recommender;
        this.clock = clock;
    }

    /**
     * Recommends anew, for today.
     *
     * @param told what was told for the same answers before
     * @return empty where the guide does not ask such questions any more
     */
    public Optional<Recommendation> recommends(Recommendation told) {
        var codes = told.answered().stream().collect(Collectors.toMap(Answered::question, Answered::codes));
        try {
            var answers = Answers.read(guide, codes);
            return Optional.of(recommender.recommend(answers, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
        } catch (InvalidAnswersException otherQuestions) {
            return Optional.empty();
        }
    }
}
