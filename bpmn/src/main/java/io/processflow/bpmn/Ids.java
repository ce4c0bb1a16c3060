package io.processflow.bpmn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ids of a file's BPMN elements: those written, those made where one is missing, and what refers to them. */
final class Ids {

    private final Set<String> ids = new HashSet<>();
    private final Map<String, Integer> made = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    Ids(XmlElement root) {
        collect(root);
    }

    private void collect(XmlElement element) {
        String id = element.isBpmn() ? element.attribute("id") : null;
        if (id != null && !ids.add(id)) {
            findings.add(Finding.of(FindingCode.DUPLICATE_ID, id, "id", id));
        }
        if (id != null && id.length() > Limits.ID_LENGTH) {
            findings.add(Finding.of(FindingCode.ID_TOO_LONG, id));
        }
        element.children().forEach(this::collect);
    }

    boolean haveBeenMade() {
        return !made.isEmpty();
    }

    List<Finding> findings() {
        return findings;
    }

    /** The element's id; one is made, the same for the same file, where it has none. */
    String of(XmlElement element) {
        String id = element.attribute("id");
        if (id != null) {
            return id;
        }
        String kind = element.name();
        String free;
        do {
            free = kind + "_" + made.merge(kind, 1, Integer::sum);
        } while (!ids.add(free));
        element.set("id", free);
        findings.add(Finding.of(FindingCode.N_MISSING_ID, free, "kind", Names.inWords(kind), "id", free));
        return free;
    }

    @Nullable
    String reference(@Nullable String written) {
        return written == null ? null : target(written);
    }

    /** A reference is a QName in some tools: its prefix goes, unless the id is written with it. */
    String target(String written) {
        if (ids.contains(written)) {
            return written;
        }
        int colon = written.indexOf(':');
        return colon >= 0 && ids.contains(written.substring(colon + 1)) ? written.substring(colon + 1) : written;
    }
}
