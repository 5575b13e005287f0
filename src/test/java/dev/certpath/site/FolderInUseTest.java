package dev.certpath.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.OwnProcess;
import dev.certpath.Site;
import org.junit.jupiter.api.Test;

/** A data folder has room for one process. */
class FolderInUseTest {

    @Test
    void aSecondProcessStopsWithOneClearLineAndTheFirstGoesOn() {
        var first = Site.shared();
        try (var second = OwnProcess.on(first.folder())) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.said())
                    .contains("The data folder is in use by another process.", "set CERTPATH_DATA to another folder")
                    .doesNotContain("\tat ");
            first.student()
                    .opens("/questionnaire/check?employerCloud=aws&targetIndustry=retail&roleFocus=mlops"
                            + "&mlBackground=expert")
                    .presses("Get my recommendation")
                    .gets(200);
        }
    }
}
