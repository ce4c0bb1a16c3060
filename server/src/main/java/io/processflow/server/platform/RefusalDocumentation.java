package io.processflow.server.platform;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;

/** Describes how operations refuse, from {@link Refuses}, so that no controller repeats it. */
@Configuration(proxyBeanMethods = false)
class RefusalDocumentation {

    private static final Set<Integer> ALWAYS = Set.of(401, 403, 429);
    private static final Set<Integer> WITH_BODY = Set.of(400, 415);

    @Bean
    GlobalOpenApiCustomizer problemSchema() {
        return (OpenAPI api) -> ModelConverters.getInstance(true)
                .readAll(Problem.class)
                .forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
    }

    @Bean
    GlobalOperationCustomizer refusals() {
        return (operation, method) -> {
            for (int status : statuses(operation, method)) {
                operation.getResponses().addApiResponse(String.valueOf(status), refusal(status));
            }
            return operation;
        };
    }

    private static Set<Integer> statuses(Operation operation, HandlerMethod method) {
        Set<Integer> statuses = new TreeSet<>(ALWAYS);
        if (operation.getRequestBody() != null) {
            statuses.addAll(WITH_BODY);
        }
        add(statuses, AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Refuses.class));
        add(statuses, method.getMethodAnnotation(Refuses.class));
        return statuses;
    }

    private static void add(Set<Integer> statuses, @Nullable Refuses refuses) {
        if (refuses != null) {
            for (int status : refuses.value()) {
                statuses.add(status);
            }
        }
    }

    private static ApiResponse refusal(int status) {
        Schema<?> problem = new Schema<>().$ref("#/components/schemas/Problem");
        return new ApiResponse()
                .description(HttpStatus.valueOf(status).getReasonPhrase())
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(problem)));
    }
}
