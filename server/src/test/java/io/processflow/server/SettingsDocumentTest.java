package io.processflow.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** The table of settings in docs/operations.md names every setting of ours, and no other, with its default. */
class SettingsDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/operations.md");
    private static final Pattern ROW =
            Pattern.compile("\\| `(processflow\\.[a-z.-]+)` \\|([^|]*)\\|([^|]*)\\|([^|]*)\\|");

    @Test
    void namesEverySettingAndNoOther() throws IOException {
        assertThat(rows().keySet()).isEqualTo(settings().keySet());
    }

    @Test
    void namesTheDefaultTheCodeHas() throws IOException {
        Map<String, String> rows = rows();
        settings().forEach((key, defaultValue) -> {
            if (!defaultValue.isEmpty()) {
                assertThat(rows.get(key)).as("default of " + key).contains("`" + defaultValue + "`");
            }
        });
    }

    /** Key to the columns after it. */
    private static Map<String, String> rows() throws IOException {
        return Files.readString(DOCUMENT)
                .lines()
                .map(ROW::matcher)
                .filter(java.util.regex.Matcher::matches)
                .collect(Collectors.toMap(
                        row -> row.group(1), row -> row.group(3), (one, two) -> one + two, TreeMap::new));
    }

    /** Key to default; an empty text when the code has none. */
    private static Map<String, String> settings() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        Map<String, String> found = new TreeMap<>();
        scanner.findCandidateComponents("io.processflow.server").forEach(bean -> {
            Class<?> type = load(String.valueOf(bean.getBeanClassName()));
            String prefix = type.getAnnotation(ConfigurationProperties.class).value();
            keys(prefix, type).forEach(one -> found.put(one.getKey(), one.getValue()));
        });
        return found;
    }

    private static Stream<Map.Entry<String, String>> keys(String prefix, Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).flatMap(part -> {
            String key =
                    prefix + "." + part.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
            boolean nested =
                    part.getType().isRecord() && part.getType().getPackageName().startsWith("io.processflow");
            return nested ? keys(key, part.getType()) : Stream.of(Map.entry(key, defaultOf(type, part)));
        });
    }

    private static String defaultOf(Class<?> type, RecordComponent part) {
        var parameters = type.getDeclaredConstructors()[0].getParameters();
        return Arrays.stream(parameters)
                .filter(parameter -> parameter.getName().equals(part.getName()))
                .filter(parameter -> parameter.isAnnotationPresent(DefaultValue.class))
                .map(parameter -> String.join(
                        ",", parameter.getAnnotation(DefaultValue.class).value()))
                .findFirst()
                .orElse("");
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
