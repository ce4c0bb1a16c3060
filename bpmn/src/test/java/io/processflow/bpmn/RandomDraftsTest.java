package io.processflow.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import io.processflow.engine.graph.GraphBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Half-drawn drafts: diagrams of the rules, taken apart at random. Nothing of it may ever be an exception. */
class RandomDraftsTest {

    private static final long SEED = 20_261_122;
    private static final int ROUNDS = 40;

    private static final List<String> KINDS = List.copyOf(new java.util.TreeSet<>(Names.FLOW_NODES));

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whateverIsDrawnCompilesToAGraph() {
        Random random = new Random(SEED);
        CompileContext team = Team.withRoles("Clerk").offering(7, true).offering(8, false, "x");
        for (String rule : RulesTest.rules().toList()) {
            for (int round = 0; round < ROUNDS; round++) {
                XmlDocument file = Diagrams.drawing("rules/" + rule + ".bpmn").document();
                for (int change = random.nextInt(1, 6); change > 0; change--) {
                    change(file.root(), random);
                }
                byte[] xml = XmlWriter.write(file).getBytes(StandardCharsets.UTF_8);
                Compilation compiled = BpmnCompiler.compile(BpmnReader.readDraft(xml), team);
                assertThat(GraphBuilder.build(compiled.elements()))
                        .as("seed %d, %s, round %d", SEED, rule, round)
                        .isNotNull();
                assertThat(BpmnCompiler.compile(BpmnReader.readDraft(xml), team))
                        .isEqualTo(compiled);
            }
        }
    }

    private static void change(XmlElement root, Random random) {
        List<XmlElement> all = new ArrayList<>();
        collect(root, all);
        if (all.isEmpty()) {
            return;
        }
        XmlElement parent = all.get(random.nextInt(all.size()));
        List<XmlElement> children = parent.children().toList();
        if (children.isEmpty()) {
            return;
        }
        XmlElement some = children.get(random.nextInt(children.size()));
        XmlElement other = all.get(random.nextInt(all.size()));
        switch (random.nextInt(5)) {
            case 0 -> parent.parts().remove(some);
            case 1 -> parent.parts().add(some);
            case 2 ->
                some.attributes()
                        .remove(
                                some.attributes().isEmpty()
                                        ? null
                                        : some.attributes().getFirst());
            case 3 -> point(some, String.valueOf(other.attribute("id")), random);
            default -> {
                XmlElement kind =
                        new XmlElement("bpmn", Names.BPMN, KINDS.get(random.nextInt(KINDS.size())), some.line());
                kind.attributes().addAll(some.attributes());
                kind.parts().addAll(some.parts());
                int place = parent.parts().indexOf(some);
                if (place >= 0) {
                    parent.parts().set(place, kind);
                }
            }
        }
    }

    private static void point(XmlElement element, String id, Random random) {
        List<String> references = List.of("sourceRef", "targetRef", "default", "attachedToRef", "processRef", "id");
        element.set(references.get(random.nextInt(references.size())), id);
    }

    private static void collect(XmlElement element, List<XmlElement> all) {
        element.children().forEach(child -> {
            all.add(child);
            collect(child, all);
        });
    }
}
