package io.processflow.bpmn.report;

import io.processflow.bpmn.BpmnCompiler;
import io.processflow.bpmn.BpmnProblem;
import io.processflow.bpmn.BpmnReader;
import io.processflow.bpmn.Compilation;
import io.processflow.bpmn.Drawing;
import io.processflow.bpmn.Finding;
import io.processflow.bpmn.ProcessDraft;
import io.processflow.bpmn.ProcessDrafts;
import io.processflow.bpmn.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Imports one file as the server does, up to where it would store the models. */
final class FileImport {

    /** Elements named in a reason. */
    private static final int MOST_NAMED = 3;

    private final String file;
    private final List<Set<Behaviour>> processes = new ArrayList<>();
    private final Map<String, Integer> codes = new TreeMap<>();
    private final Set<Finding> blocking = new LinkedHashSet<>();
    private Result result = Result.EXACTLY;
    private int processCount;
    private String reason = "";

    private FileImport(String file) {
        this.file = file;
    }

    static FileResult of(String file, byte[] xml) {
        FileImport made = new FileImport(file);
        long began = System.nanoTime();
        made.run(xml);
        return made.result(System.nanoTime() - began);
    }

    /** A file that could not even be read. */
    static FileResult failed(String file, Throwable why) {
        FileImport made = new FileImport(file);
        made.exception(why);
        return made.result(0);
    }

    private void run(byte[] xml) {
        try {
            Drawing drawing = BpmnReader.readImport(xml);
            List<ProcessDraft> drafts = ProcessDrafts.split(xml, drawing, null);
            processCount = drafts.size();
            drafts.forEach(this::process);
            reason = blockingFindings();
        } catch (BpmnProblem problem) {
            result = Result.REFUSED;
            codes.merge(problem.code(), 1, Integer::sum);
            reason = problem.code() + ": " + problem.message();
        } catch (Throwable bug) {
            // Whatever it is (an endless recursion, too): it is told of this file, and the others go on.
            exception(bug);
        }
    }

    private void process(ProcessDraft draft) {
        ProcessDraft kept = draft.withDefaultRole(AnyTeam.DEFAULT_ROLE);
        Compilation compiled = BpmnCompiler.compile(BpmnReader.readDraft(kept.bytes()), new AnyTeam());
        Set<Behaviour> behaviour = Behaviour.of(compiled.elements());
        Set<Finding> findings = new LinkedHashSet<>(draft.findings());
        findings.addAll(compiled.findings());
        findings.forEach(finding -> codes.merge(finding.code(), 1, Integer::sum));
        findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .forEach(blocking::add);
        Result one = Result.of(findings);
        if (one.canBePublished()) {
            processes.add(behaviour);
        }
        result = Result.worseOf(result, one);
    }

    private void exception(Throwable bug) {
        result = Result.EXCEPTION;
        codes.merge(bug.getClass().getSimpleName(), 1, Integer::sum);
        reason = bug + at(bug);
    }

    private static String at(Throwable bug) {
        StackTraceElement[] trace = bug.getStackTrace();
        return trace.length == 0 ? "" : " (" + trace[0] + ")";
    }

    /** For instance {@code R-unreachable (a, b, c and 2 more), unsupported-element: complex gateways … (d)}. */
    private String blockingFindings() {
        Map<String, List<String>> elements = new TreeMap<>();
        for (Finding finding : blocking) {
            List<String> named = elements.computeIfAbsent(cause(finding), cause -> new ArrayList<>());
            if (finding.elementId() != null) {
                named.add(finding.elementId());
            }
        }
        return elements.entrySet().stream()
                .map(cause -> cause.getKey() + named(cause.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String named(List<String> ids) {
        if (ids.isEmpty()) {
            return "";
        }
        String shown = String.join(", ", ids.subList(0, Math.min(ids.size(), MOST_NAMED)));
        return " (" + shown + (ids.size() > MOST_NAMED ? " and " + (ids.size() - MOST_NAMED) + " more" : "") + ")";
    }

    private static String cause(Finding finding) {
        String why = finding.arguments().get("reason");
        return why == null ? finding.code() : finding.code() + ": " + why;
    }

    private FileResult result(long nanos) {
        return new FileResult(
                file,
                result,
                processCount,
                List.copyOf(processes),
                Map.copyOf(codes),
                blocking.stream().map(FileImport::cause).collect(Collectors.toUnmodifiableSet()),
                reason,
                nanos);
    }
}
