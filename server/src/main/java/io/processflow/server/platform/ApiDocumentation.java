package io.processflow.server.platform;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of the description of the API that /api/openapi.json gives and /api/docs shows. */
@Configuration(proxyBeanMethods = false)
class ApiDocumentation {

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("ProcessFlow")
                        .version("1")
                        .description("Draw processes, run them together with people and servers, and see what happens."
                                + " Refusals are problem documents (RFC 9457) with a stable code."));
    }
}
