package dev.certpath;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Certpath. */
@SpringBootApplication
public class CertpathApplication {

    /** Starts the web application; the arguments are Spring Boot's. */
    public static void main(String[] arguments) {
        SpringApplication.run(CertpathApplication.class, arguments);
    }
}
