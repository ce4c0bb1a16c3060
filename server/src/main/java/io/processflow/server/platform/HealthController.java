package io.processflow.server.platform;

import java.util.Map;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers a load balancer on the server's own port whether this node lives and whether it is ready for requests. */
@RestController
class HealthController {

    private final HealthEndpoint health;

    HealthController(HealthEndpoint health) {
        this.health = health;
    }

    @GetMapping(path = "/actuator/health/liveness", produces = "application/json")
    ResponseEntity<Map<String, String>> liveness() {
        return answer("liveness");
    }

    @GetMapping(path = "/actuator/health/readiness", produces = "application/json")
    ResponseEntity<Map<String, String>> readiness() {
        return answer("readiness");
    }

    private ResponseEntity<Map<String, String>> answer(String probe) {
        HealthDescriptor found = health.healthForPath(probe);
        Status status = found == null ? Status.UNKNOWN : found.getStatus();
        HttpStatus code = status.equals(Status.UP) ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE;
        return ResponseEntity.status(code).body(Map.of("status", status.getCode()));
    }
}
