package dev.certpath.infrastructure;

import dev.certpath.guide.DecisionReasons;
import dev.certpath.guide.Guide;
import dev.certpath.guide.GuideFile;
import dev.certpath.guide.GuideReader;
import dev.certpath.recommend.Recommender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/** Makes the beans of the rooms that know no framework. */
@Configuration(proxyBeanMethods = false)
class GuideConfiguration {

    /** Reads the files before anything else is made: a wrong one shall stop the start at once, with the data untouched. */
    @Bean
    static BeanFactoryPostProcessor filesFirst() {
        return beans -> Stream.of(Guide.class, DecisionReasons.class).forEach(beans::getBean);
    }

    @Bean
    Guide guide(@Value("${certpath.guide.edition}") Resource edition, @Value("${certpath.guide.exams}") Resource exams)
            throws IOException {
        return GuideReader.read(file(edition), file(exams));
    }

    @Bean
    DecisionReasons decisionReasons(@Value("${certpath.guide.decision-reasons}") Resource reasons) throws IOException {
        return DecisionReasons.read(file(reasons));
    }

    @Bean
    Recommender recommender(Guide guide) {
        return new Recommender(guide);
    }

    /** Days change at midnight in UTC, for everyone alike. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    private static GuideFile file(Resource resource) throws IOException {
        var name = resource.getFilename();
        return new GuideFile(
                name == null ? resource.getDescription() : name, resource.getContentAsString(StandardCharsets.UTF_8));
    }
}
