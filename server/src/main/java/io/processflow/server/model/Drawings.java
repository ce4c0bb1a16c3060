package io.processflow.server.model;

import io.processflow.bpmn.BpmnCompiler;
import io.processflow.bpmn.BpmnProblem;
import io.processflow.bpmn.BpmnReader;
import io.processflow.bpmn.Compilation;
import io.processflow.bpmn.Drawing;
import io.processflow.server.platform.Rejection;
import io.processflow.server.shop.ExecutionUrls;
import io.processflow.server.shop.NodeDefinitions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Reads drawings and compiles them as a team's. */
@Component
class Drawings {

    private final ContextStore store;
    private final NodeDefinitions definitions;
    private final ExecutionUrls urls;

    Drawings(ContextStore store, NodeDefinitions definitions, ExecutionUrls urls) {
        this.store = store;
        this.definitions = definitions;
        this.urls = urls;
    }

    /**
     * A compiled drawing and what was found on the way.
     *
     * @param findings about its structure
     */
    record Compiled(Compilation compilation, TeamContext context, List<ModelFinding> findings) {}

    /** @throws Rejection 422 when the file is no model */
    static Drawing readImport(byte[] xml) {
        return read(() -> BpmnReader.readImport(xml));
    }

    /** @throws Rejection 422 when the file is hostile, too large or not well-formed */
    static Drawing readDraft(byte[] xml) {
        return read(() -> BpmnReader.readDraft(xml));
    }

    /** Runs within the team's scope. */
    Compiled compile(long teamId, Drawing drawing) {
        TeamContext context = context(teamId);
        Compilation compilation = BpmnCompiler.compile(drawing, context);
        List<ModelFinding> findings = new ArrayList<>();
        compilation.findings().forEach(finding -> findings.add(ModelFinding.of(finding)));
        findings.addAll(NodeChecks.of(compilation.elements(), urls, context));
        return new Compiled(compilation, context, List.copyOf(findings));
    }

    TeamContext context(long teamId) {
        return new TeamContext(store.roles(teamId), definitions);
    }

    static <T> T read(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (BpmnProblem problem) {
            Rejection rejection = Rejection.unprocessable(problem.code(), problem.message());
            if (problem.line() != null) {
                rejection.with("line", problem.line());
            }
            if (problem.elementId() != null) {
                rejection.with("elementId", problem.elementId());
            }
            throw rejection;
        }
    }
}
