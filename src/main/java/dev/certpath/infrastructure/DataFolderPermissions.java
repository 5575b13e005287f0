package dev.certpath.infrastructure;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.stereotype.Component;

/**
 * Makes the data folder and the file of the embedded database accessible to their owner only. This happens before H2 opens
 * the file, because H2 creates files that others can read, and after the guide was read, because a start that fails must
 * leave no data folder behind.
 */
@Component
@ConditionalOnProperty(DataFolderEnvironmentPostProcessor.FOLDER)
class DataFolderPermissions implements BeanPostProcessor {

    private final Path folder;

    DataFolderPermissions(@Value("${" + DataFolderEnvironmentPostProcessor.FOLDER + "}") Path folder) {
        this.folder = folder;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof DataSourceProperties) {
            restrictAccess();
        }
        return bean;
    }

    private void restrictAccess() {
        try {
            PrivateFiles.createFolder(folder);
            PrivateFiles.createFile(folder.resolve("certpath.mv.db"));
        } catch (IOException unusable) {
            // H2 reports a folder that it can't use. One of another owner keeps its permissions.
        }
    }
}
