package dev.certpath.infrastructure;

import dev.certpath.cases.CurrentDate;
import dev.certpath.editions.GuideFiles;
import dev.certpath.guide.DecisionReasons;
import dev.certpath.guide.GuideFile;
import dev.certpath.guide.ReadyMadeReplies;
import dev.certpath.guide.ShippedPins;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The guide files, the beans that are read from them, and the clock. */
@Configuration(proxyBeanMethods = false)
class GuideConfiguration {

    private static final String EXAMS = "classpath:guide/exams.yaml";
    private static final String EDITIONS = "classpath:guide/edition-*.yaml";
    private static final String PINS = "classpath:guide/pins.yaml";
    private static final Pattern NUMBER = Pattern.compile("edition-(\\d+)\\.yaml");

    /** Reads the guide files before other beans are created: an invalid file fails start-up before the database is opened. */
    @Bean
    static BeanFactoryPostProcessor guideFilesFirst() {
        return beanFactory -> Stream.of(
                        GuideFiles.class, DecisionReasons.class, ReadyMadeReplies.class, ShippedPins.class)
                .forEach(beanFactory::getBean);
    }

    @Bean
    GuideFiles guideFiles(
            @Value("${certpath.guide.edition:}") String edition,
            @Value("${certpath.guide.exams:}") String exams,
            ResourceLoader loader,
            Clock clock)
            throws IOException {
        var files = new GuideFiles(
                readOptional(edition, loader),
                readOptional(exams, loader),
                readShippedEditions(),
                toGuideFile(loader.getResource(EXAMS)));
        files.check(new CurrentDate(clock).get());
        return files;
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
    ShippedPins shippedPins(ResourceLoader loader) throws IOException {
        return ShippedPins.read(toGuideFile(loader.getResource(PINS)));
    }

    /** The clock of the whole application; days begin at midnight UTC. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    private static SortedMap<Integer, GuideFile> readShippedEditions() throws IOException {
        var editions = new TreeMap<Integer, GuideFile>();
        for (Resource resource : new PathMatchingResourcePatternResolver().getResources(EDITIONS)) {
            var number = NUMBER.matcher(String.valueOf(resource.getFilename()));
            if (number.matches()) {
                editions.put(Integer.valueOf(number.group(1)), toGuideFile(resource));
            }
        }
        return editions;
    }

    private static Optional<GuideFile> readOptional(String location, ResourceLoader loader) throws IOException {
        return location.isBlank() ? Optional.empty() : Optional.of(toGuideFile(loader.getResource(location)));
    }

    private static GuideFile toGuideFile(Resource resource) throws IOException {
        var filename = resource.getFilename();
        return new GuideFile(filename == null ? resource.getDescription() : filename, resource.getContentAsByteArray());
    }
}
