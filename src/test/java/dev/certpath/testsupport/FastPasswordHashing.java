package dev.certpath.testsupport;

import dev.certpath.CertpathApplication;
import java.io.IOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/**
 * Starts the application with a password encoder of one iteration in place of 600,000. {@code
 * InitialAdminInitializerTest} and {@link ApplicationProcess#on} use production's encoder.
 */
final class FastPasswordHashing implements ApplicationContextInitializer<GenericApplicationContext> {

    /** Starts the application in a process of its own. */
    public static void main(String[] arguments) {
        application().run(arguments);
    }

    static SpringApplication application() {
        var application = withRealPasswordHashes();
        application.addInitializers(new FastPasswordHashing());
        return application;
    }

    /** Creates the application with production's password encoder, and without the test classes in its packages. */
    static SpringApplication withRealPasswordHashes() {
        var application = new SpringApplication(CertpathApplication.class);
        application.addInitializers((GenericApplicationContext context) ->
                context.getBeanFactory().registerSingleton("testClassExcludeFilter", new TestClassExcludeFilter()));
        return application;
    }

    @Override
    public void initialize(GenericApplicationContext context) {
        context.registerBean(
                "fastPasswordEncoder",
                PasswordEncoder.class,
                () -> new Pbkdf2PasswordEncoder("", 16, 1, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256),
                bean -> bean.setPrimary(true));
    }

    /** Excludes test classes from component scanning: they are in the same packages as the application's. */
    private static final class TestClassExcludeFilter extends TypeExcludeFilter {

        private final String mainClasses = CertpathApplication.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString();

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
            return !type.getResource().getURL().toString().startsWith(mainClasses);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof TestClassExcludeFilter;
        }

        @Override
        public int hashCode() {
            return mainClasses.hashCode();
        }
    }
}
