package dev.certpath.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.editions.CurrentGuide;
import dev.certpath.guide.Answers;
import dev.certpath.testsupport.DeskFixture;
import dev.certpath.testsupport.OnEveryDatabase;
import jakarta.persistence.EntityManagerFactory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** Saving of recommendations, and requests of students. */
@OnEveryDatabase
class CaseServiceIT {

    private static final LocalDate DAY = LocalDate.parse("2026-11-23");

    private final DeskFixture desk = DeskFixture.shared();
    private final CaseService service = desk.bean(CaseService.class);

    @Test
    void returnsSavedRecommendationWithoutReadingIt() {
        service.delete(service.save(answers(), DAY, Optional.empty()).id()); // the document stays
        var statistics = desk.bean(EntityManagerFactory.class)
                .unwrap(SessionFactory.class)
                .getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();

        var saved = service.save(answers(), DAY, Optional.empty());

        assertThat(statistics.getPrepareStatementCount())
                .as("looking for the document and inserting the case")
                .isEqualTo(2);
        statistics.setStatisticsEnabled(false);
        assertThat(service.find(saved.id())).contains(saved);
        service.delete(saved.id());
    }

    @Test
    void returnsWhetherCaseExists() {
        var saved = desk.caseOf("aws");
        var contact = new ContactDetails("Somebody", "");

        assertThat(service.askAdvisor(saved.id(), contact, "")).isTrue();
        assertThat(service.withdrawContact(saved.id())).isTrue();
        desk.delete(saved);
        assertThat(service.askAdvisor(saved.id(), contact, "")).isFalse();
        assertThat(service.withdrawContact(saved.id())).isFalse();
    }

    private Answers answers() {
        return Answers.parse(
                desk.bean(CurrentGuide.class).guide(),
                Map.of(
                        "employerCloud", List.of("aws", "kubernetes"),
                        "targetIndustry", List.of("retail"),
                        "roleFocus", List.of("other"),
                        "mlBackground", List.of("practitioner")));
    }
}
