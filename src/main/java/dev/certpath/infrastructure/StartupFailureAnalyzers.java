package dev.certpath.infrastructure;

import dev.certpath.accounts.WeakPasswordException;
import dev.certpath.editions.UnreadableEditionException;
import dev.certpath.guide.InvalidGuideException;
import dev.certpath.web.url.InvalidSettingException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.WebServerException;

/** Failure analyzers that replace the stack trace of a failed start by a short description and an action. */
final class StartupFailureAnalyzers {

    private StartupFailureAnalyzers() {}

    /** A guide file is invalid. The description lists every error on a line of its own. */
    static final class InvalidGuideAnalyzer extends AbstractFailureAnalyzer<InvalidGuideException> {
        @Override
        protected FailureAnalysis analyze(Throwable failure, InvalidGuideException cause) {
            return new FailureAnalysis(
                    "The guide is invalid:" + System.lineSeparator() + cause.getMessage(),
                    "Correct these lines. An invalid guide is not used in part.",
                    failure);
        }
    }

    /** This version can't read an edition in the database. */
    static final class UnreadableEditionAnalyzer extends AbstractFailureAnalyzer<UnreadableEditionException> {
        @Override
        protected FailureAnalysis analyze(Throwable failure, UnreadableEditionException cause) {
            return new FailureAnalysis(
                    String.valueOf(cause.getMessage()),
                    "Start the version that stored it, or a newer one, or restore a backup from before.",
                    failure);
        }
    }

    /** {@code CERTPATH_ADMIN_PASSWORD} is too weak. */
    static final class WeakAdminPasswordAnalyzer extends AbstractFailureAnalyzer<WeakPasswordException> {
        @Override
        protected FailureAnalysis analyze(Throwable failure, WeakPasswordException cause) {
            return new FailureAnalysis(
                    "CERTPATH_ADMIN_PASSWORD can't be the first account's password.", cause.getMessage(), failure);
        }
    }

    /** No admin has the username of {@code certpath.recover-admin}. */
    static final class UnknownAdminAnalyzer extends AbstractFailureAnalyzer<AdminRecovery.UnknownAdminException> {
        @Override
        protected FailureAnalysis analyze(Throwable failure, AdminRecovery.UnknownAdminException cause) {
            return new FailureAnalysis(
                    String.valueOf(cause.getMessage()),
                    "Set " + AdminRecovery.PROPERTY + " to the name of an admin's account.",
                    failure);
        }
    }

    /** The path in {@code CERTPATH_DATA} is not allowed. */
    static final class InvalidDataFolderAnalyzer extends AbstractFailureAnalyzer<InvalidDataFolderException> {
        @Override
        protected FailureAnalysis analyze(Throwable failure, InvalidDataFolderException cause) {
            return new FailureAnalysis(
                    String.valueOf(cause.getMessage()), "Set CERTPATH_DATA to a path without semicolon.", failure);
        }
    }

    /** A setting has a value that is not allowed. */
    static final class InvalidSettingAnalyzer extends AbstractFailureAnalyzer<InvalidSettingException> {
        @Override
        protected FailureAnalysis analyze(Throwable failure, InvalidSettingException cause) {
            return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.action(), failure);
        }
    }

    /** Tomcat can't create its working directory in the temporary folder. */
    static final class TemporaryFolderAnalyzer extends AbstractFailureAnalyzer<WebServerException> {
        @Override
        protected @Nullable FailureAnalysis analyze(Throwable failure, WebServerException cause) {
            if (!(cause.getCause() instanceof FileSystemException)) {
                return null;
            }
            return new FailureAnalysis(
                    "The temporary folder can't be used: " + System.getProperty("java.io.tmpdir"),
                    "Create the folder, or set another one with -Djava.io.tmpdir.",
                    failure);
        }
    }

    /** Another process has the embedded database open. */
    static final class DataFolderInUseAnalyzer extends AbstractFailureAnalyzer<SQLException> {

        private static final int DATABASE_ALREADY_OPEN = 90020; // H2's error code

        @Override
        protected @Nullable FailureAnalysis analyze(Throwable failure, SQLException cause) {
            if (cause.getErrorCode() != DATABASE_ALREADY_OPEN) {
                return null;
            }
            return new FailureAnalysis(
                    "The data folder is in use by another process.",
                    "Stop that process, or set CERTPATH_DATA to another folder.",
                    failure);
        }
    }
}
