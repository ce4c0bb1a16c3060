package io.processflow.server.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.processflow.server.platform.AllowedNetworks;
import io.processflow.server.platform.Rejection;
import io.processflow.server.platform.Rejection.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DefinitionCheckTest {

    private static final String GOOD = """
            {"name": "Print a label", "icon": "Printer", "executionMode": "Automatic",
             "executionUrl": "https://print.example.com/label", "optionsDefinition": {"title": "Label", "structure": %s}}""";

    @Test
    void acceptsADefinitionWithNestedOptions() {
        assertThatCode(() -> check(GOOD.formatted("""
                [{"type": "text", "text": "What is printed"},
                 {"type": "row", "structure": [{"type": "input", "keyString": "address.street", "suggestions": ["A", "B"]}]},
                 {"type": "separator", "orientation": "horizontal"},
                 {"type": "select", "keyString": "format", "options": [
                   {"values": ["A4"], "dependentStructure": [{"type": "VariableNameInput", "keyString": "outputs.file"}]},
                   {"values": ["A5"], "dependentStructure": [{"type": "VariableNameInput", "keyString": "outputs.file"}]}]},
                 {"type": "checkbox", "keyString": "urgent", "defaultValue": true, "options": [{"values": [true]}]}]"""))).doesNotThrowAnyException();
    }

    @Test
    void namesEveryWrongFieldAndItsPlace() {
        assertThat(errors("""
                {"icon": "not an icon", "executionMode": "Sometimes", "executionUrl": "https://127.0.0.1/", "tries": 11}"""))
                .extracting(FieldError::pointer)
                .containsExactly(
                        "/definition/name",
                        "/definition/icon",
                        "/definition/executionMode",
                        "/definition/executionUrl",
                        "/definition/tries");
    }

    @Test
    void refusesTheBuiltInFormForAServer() {
        assertThat(errors("""
                {"name": "A", "icon": "A", "executionMode": "Automatic", "executionUrl": "/instance/task/activity"}""")).extracting(FieldError::pointer).containsExactly("/definition/executionUrl");
    }

    @Test
    void refusesKeysThatAreMissingUsedTwiceOrInEachOthersWay() {
        assertThat(errors(GOOD.formatted("""
                [{"type": "input"},
                 {"type": "input", "keyString": "a..b"},
                 {"type": "input", "keyString": "a"},
                 {"type": "textarea", "keyString": "a"},
                 {"type": "row", "structure": [{"type": "input", "keyString": "a.b"}]},
                 {"type": "input", "keyString": "nodeDefinitionId"},
                 {"type": "mystery", "keyString": "m"},
                 {"type": "text", "keyString": "t"},
                 {"type": "select", "keyString": "s"}, null]""")))
                .extracting(error -> error.pointer().replace("/definition/optionsDefinition/structure", ""))
                .containsExactly(
                        "/0/keyString",
                        "/1/keyString",
                        "/3/keyString",
                        "/4/structure/0/keyString",
                        "/5/keyString",
                        "/6/type",
                        "/7/keyString",
                        "/8/options",
                        "/9");
    }

    @Test
    void refusesOptionsNestedTooDeep() {
        String nested = "[]";
        for (int i = 0; i < 12; i++) {
            nested = "[{\"type\": \"row\", \"structure\": " + nested + "}]";
        }
        assertThat(errors(GOOD.formatted(nested))).hasSize(1);
    }

    private static List<FieldError> errors(String json) {
        Rejection rejection = catchThrowableOfType(Rejection.class, () -> check(json));
        assertThat(rejection.code()).isEqualTo("invalid");
        return ((List<?>) rejection.members().get("errors"))
                .stream().map(FieldError.class::cast).toList();
    }

    private static void check(String json) {
        DefinitionCheck.check(
                JsonMapper.shared().readValue(json, Definition.class),
                new ExecutionUrls(new AllowedNetworks(List.of())));
    }
}
