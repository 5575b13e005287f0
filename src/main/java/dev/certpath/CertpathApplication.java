package dev.certpath;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.data.autoconfigure.web.DataWebAutoConfiguration;

/**
 * The Spring Boot application. Spring Data's web support is excluded: no handler method takes a {@code Pageable} or a
 * projection, and its argument resolvers log a warning for parameters of type {@code MultiValueMap}.
 */
@SpringBootApplication(exclude = DataWebAutoConfiguration.class)
public class CertpathApplication {

    /**
     * Starts the web application.
     *
     * @param args command line arguments, as Spring Boot reads them
     */
    public static void main(String[] args) {
        SpringApplication.run(CertpathApplication.class, args);
    }
}
