package dev.certpath;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.data.autoconfigure.web.DataWebAutoConfiguration;

/**
 * Starts Certpath, without Spring Data's arguments of handlers: none of ours has one, and it warns of a map that might be
 * meant for one.
 */
@SpringBootApplication(exclude = DataWebAutoConfiguration.class)
public class CertpathApplication {

    /** Starts the web application; the arguments are Spring Boot's. */
    public static void main(String[] arguments) {
        SpringApplication.run(CertpathApplication.class, arguments);
    }
}
