package dev.certpath.infrastructure;

import dev.certpath.cases.CurrentDate;
import dev.certpath.guide.DecisionReasons;
import dev.certpath.guide.Guide;
import dev.certpath.guide.GuideFile;
import dev.certpath.guide.GuideReader;
import dev.certpath.guide.ReadyMadeReplies;
import dev.certpath.recommend.Planner;
import dev.certpath.recommend.Recommender;
import java.io.IOException;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/** Beans of the packages that don't depend on Spring: the guide, the recommender and the clock. */
@Configuration(proxyBeanMethods = false)
class GuideConfiguration {

    /** Reads the guide files before other beans are created: an invalid file fails start-up before the database is opened. */
    @Bean
    static BeanFactoryPostProcessor guideFilesFirst() {
        return beanFactory -> Stream.of(Guide.class, DecisionReasons.class, ReadyMadeReplies.class)
                .forEach(beanFactory::getBean);
    }

    @Bean
    Guide guide(
            @Value("${certpath.guide.edition}") Resource edition,
            @Value("${certpath.guide.exams}") Resource exams,
            Clock clock)
            throws IOException {
        return GuideReader.read(toGuideFile(edition), toGuideFile(exams), new CurrentDate(clock).get());
    }

    @Bean
    DecisionReasons decisionReasons(@Value("${certpath.guide.decision-reasons}") Resource reasons) throws IOException {
        return DecisionReasons.read(toGuideFile(reasons));
    }

    @Bean
    ReadyMadeReplies readyMadeReplies(@Value("${certpath.guide.replies}") Resource replies) throws IOException {
        return ReadyMadeReplies.read(toGuideFile(replies));
    }

    @Bean
    Recommender recommender(Guide guide) {
        return new Recommender(guide);
    }

    @Bean
    Planner planner(Guide guide) {
        return new Planner(guide);
    }

    /** The clock of the whole application; days begin at midnight UTC. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    private static GuideFile toGuideFile(Resource resource) throws IOException {
        var filename = resource.getFilename();
        return new GuideFile(filename == null ? resource.getDescription() : filename, resource.getContentAsByteArray());
    }
}
