package io.processflow.server.model;

import io.processflow.bpmn.Drawing;
import io.processflow.bpmn.ProcessDraft;
import io.processflow.bpmn.ProcessDrafts;
import io.processflow.server.model.Drawings.Compiled;
import io.processflow.server.platform.Caller;
import io.processflow.server.platform.Rejection;
import io.processflow.server.platform.TeamScope;
import io.processflow.server.team.Member;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Makes models from BPMN files of any tool: one of each process drawn. */
@Service
public class Imports {

    private final ModelAccess access;
    private final TeamScope scope;
    private final ProcessModelStore store;
    private final Drawings drawings;

    Imports(ModelAccess access, TeamScope scope, ProcessModelStore store, Drawings drawings) {
        this.access = access;
        this.scope = scope;
        this.store = store;
        this.drawings = drawings;
    }

    /**
     * What an import has made.
     *
     * @param proposedRoles names of roles the drawings ask for and the team does not have
     */
    public record Imported(List<ImportedModel> processModels, List<String> proposedRoles) {}

    /** A model an import has made, and what was found in its drawing. */
    public record ImportedModel(long id, String name, List<ModelFinding> findings) {}

    private record Made(long id, String name, ProcessDraft draft, Compiled compiled) {}

    /**
     * Imports a file.
     *
     * @param name of the model; null to take it from the file. Several models get it as the beginning of theirs
     * @param defaultRoleId the role that does every step the drawing gives to nobody
     * @throws Rejection 422 when the file is no process model; nothing is stored then
     */
    public Imported read(Caller caller, long teamId, @Nullable String name, @Nullable Long defaultRoleId, byte[] xml) {
        Member member = access.editorOfTeam(caller, teamId);
        String wanted = name == null || name.isBlank() ? null : ModelTexts.name(name);
        Drawing drawing = Drawings.readImport(xml);
        List<ProcessDraft> drafts = Drawings.read(() -> ProcessDrafts.split(xml, drawing, wanted));
        List<Made> made = scope.inTeam(teamId, () -> {
            requireRole(teamId, defaultRoleId);
            return drafts.stream()
                    .map(draft -> make(member, name(draft, wanted, drafts.size()), draft, defaultRoleId))
                    .toList();
        });
        Set<String> proposed = new LinkedHashSet<>();
        made.forEach(one -> proposed.addAll(one.compiled().compilation().proposedRoles()));
        return new Imported(made.stream().map(Imports::imported).toList(), List.copyOf(proposed));
    }

    private Made make(Member member, String name, ProcessDraft draft, @Nullable Long defaultRoleId) {
        ProcessDraft kept = defaultRoleId == null ? draft : draft.withDefaultRole(defaultRoleId);
        Drawing drawing = Drawings.readDraft(kept.bytes());
        long id = store.insert(member, name, "", drawing.xml());
        return new Made(id, name, draft, drawings.compile(member.teamId(), drawing));
    }

    private static ImportedModel imported(Made made) {
        Set<ModelFinding> findings = new LinkedHashSet<>();
        made.draft().findings().forEach(finding -> findings.add(ModelFinding.of(finding)));
        findings.addAll(Drafts.all(made.compiled()));
        return new ImportedModel(made.id(), made.name(), new ArrayList<>(findings));
    }

    private static String name(ProcessDraft draft, @Nullable String wanted, int count) {
        String own = draft.name();
        return ModelTexts.cut(wanted == null ? own : count == 1 ? wanted : wanted + " – " + own);
    }

    private void requireRole(long teamId, @Nullable Long roleId) {
        if (roleId != null && !drawings.context(teamId).roleExists(roleId)) {
            throw Rejection.invalid("defaultRoleId", "There is no such role in this team.");
        }
    }
}
