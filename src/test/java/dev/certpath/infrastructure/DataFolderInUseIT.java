package dev.certpath.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.ApplicationProcess;
import dev.certpath.testsupport.TestApplication;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Only one process can use a data folder. */
@Tag("process")
class DataFolderInUseIT {

    @Test
    void failsToStartWithAClearMessageAndLeavesTheFirstProcessRunning() {
        var first = TestApplication.shared();
        try (var second = ApplicationProcess.on(first.folder())) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.output())
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
