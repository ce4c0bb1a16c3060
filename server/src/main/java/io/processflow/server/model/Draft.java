package io.processflow.server.model;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A model's drawing as it is being edited.
 *
 * @param xml BPMN 2.0, whose declaration (if any) says UTF-8
 * @param revision grows with every save
 */
public record Draft(String xml, long revision) {

    public byte[] bytes() {
        return xml.getBytes(UTF_8);
    }
}
