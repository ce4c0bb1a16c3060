package io.processflow.server.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.server.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All rows of {@code matrix/*.csv}, the world they are tried in, and the mappings of the running application. */
public final class EndpointMatrix {

    private static final String OURS = "io.processflow.server";
    /** A request refused as malformed, or for its number, says nothing about the right. */
    private static final List<Integer> SAYS_NOTHING = List.of(400, 401, 403, 404, 405, 415, 429);

    private final List<MatrixRow> rows = read();
    private final MatrixWorld world;

    public EndpointMatrix(int port, JdbcClient jdbc) {
        world = new MatrixWorld(port, jdbc);
        parts().forEach(part -> part.define(world));
    }

    /** Row by row in the order of the files. */
    public List<MatrixRow> rows() {
        return rows;
    }

    public void check(MatrixRow row, Actor actor) {
        String path = world.filled(row.path(), actor);
        String body = row.body().isEmpty() ? null : world.filled(row.body(), actor);
        Browser browser = world.forOneRequest(actor);
        Browser.Answer answer = browser.send(row.method(), path, body, Map.of());
        if (!row.method().equals("GET") && answer.status() < 300) {
            world.startAnew();
        }
        String seen = actor + " " + row.method() + " " + path + " -> " + answer.status() + " " + answer.body();
        if (row.may(actor)) {
            assertThat(answer.status()).as(seen).isBetween(200, 499).isNotIn(SAYS_NOTHING);
        } else {
            assertThat(answer.status()).as(seen).isEqualTo(Integer.parseInt(row.expectedFor(actor)));
            assertThat(answer.header("Content-Type")).as(seen).startsWith("application/problem+json");
        }
    }

    public static Set<String> mappingsOfRows() {
        Set<String> mappings = new TreeSet<>();
        read().forEach(row -> mappings.add(row.mapping()));
        return mappings;
    }

    public static Set<String> mappingsOf(ApplicationContext application) {
        Set<String> mappings = new TreeSet<>();
        application
                .getBeansOfType(RequestMappingHandlerMapping.class)
                .values()
                .forEach(handlers -> handlers.getHandlerMethods().forEach((mapping, method) -> {
                    if (method.getBeanType().getName().startsWith(OURS)) {
                        mapping.getPatternValues()
                                .forEach(path -> mapping.getMethodsCondition()
                                        .getMethods()
                                        .forEach(verb -> mappings.add(MatrixRow.mapping(verb.name(), path))));
                    }
                }));
        return mappings;
    }

    private static List<MatrixRow> read() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:matrix/*.csv"))
                    .flatMap(file -> MatrixRow.read(file).stream())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<MatrixPart> parts() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(MatrixPart.class));
        return scanner.findCandidateComponents(OURS).stream()
                .map(BeanDefinition::getBeanClassName)
                .map(name -> ClassUtils.resolveClassName(String.valueOf(name), null))
                .map(type -> (MatrixPart) BeanUtils.instantiateClass(type))
                .toList();
    }
}
