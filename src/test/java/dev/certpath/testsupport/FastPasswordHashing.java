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
 * The application as it is, but that it hashes a password once instead of 310,000 times, which takes its time on purpose.
 * {@code InitialAdminInitializerTest} logs in with the real thing, and processes of their own have it unless they say otherwise.
 */
final class FastPasswordHashing implements ApplicationContextInitializer<GenericApplicationContext> {

    /** Starts it as the product's own does. */
    public static void main(String[] arguments) {
        application().run(arguments);
    }

    static SpringApplication application() {
        var application = withRealPasswordHashes();
        application.addInitializers(new FastPasswordHashing());
        return application;
    }

    /** The application without the classes of tests, and with the password encoder that people run it with. */
    static SpringApplication withRealPasswordHashes() {
        var application = new SpringApplication(CertpathApplication.class);
        application.addInitializers((GenericApplicationContext context) ->
                context.getBeanFactory().registerSingleton("onlyTheProduct", new OnlyTheProduct()));
        return application;
    }

    @Override
    public void initialize(GenericApplicationContext context) {
        context.registerBean(
                "hastyPasswordEncoder",
                PasswordEncoder.class,
                () -> new Pbkdf2PasswordEncoder("", 16, 1, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256),
                bean -> bean.setPrimary(true));
    }

    /** Keeps the classes of tests out of the application, where they share its packages. */
    private static final class OnlyTheProduct extends TypeExcludeFilter {

        private final String product = CertpathApplication.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString();

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
            return !type.getResource().getURL().toString().startsWith(product);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof OnlyTheProduct;
        }

        @Override
        public int hashCode() {
            return product.hashCode();
        }
    }
}
