package dev.certpath.infrastructure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.actuate.endpoint.ApiVersion;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointWebExtension;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Serves health on the public port too when there is a management port, which takes all actuator endpoints with it. */
@RestController
@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
class PublicHealthController {

    private final HealthEndpointWebExtension endpoint;

    PublicHealthController(HealthEndpointWebExtension endpoint) {
        this.endpoint = endpoint;
    }

    @GetMapping({"/actuator/health", "/actuator/health/{group:liveness|readiness}"})
    ResponseEntity<HealthDescriptor> health(@PathVariable(required = false) @Nullable String group) {
        var path = group == null ? new String[0] : new String[] {group};
        var health = endpoint.health(ApiVersion.LATEST, WebServerNamespace.SERVER, SecurityContext.NONE, path);
        return ResponseEntity.status(health.getStatus())
                .contentType(MediaType.APPLICATION_JSON)
                .body(health.getBody());
    }
}
