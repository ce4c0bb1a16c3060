package io.processflow.server.model;

import io.processflow.bpmn.Drawing;
import io.processflow.server.model.Drawings.Compiled;
import io.processflow.server.platform.Caller;
import io.processflow.server.platform.TeamScope;
import io.processflow.server.team.Member;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/** Checks drafts: what is drawn, and every way in which it can run. */
@Service
public class Verification {

    private final ModelAccess access;
    private final TeamScope scope;
    private final Drafts drafts;
    private final Drawings drawings;

    Verification(ModelAccess access, TeamScope scope, Drafts drafts, Drawings drawings) {
        this.access = access;
        this.scope = scope;
        this.drafts = drafts;
        this.drawings = drawings;
    }

    /**
     * What checking a draft has shown.
     *
     * @param verdict on its behaviour alone: {@code sound}, {@code unsound} or {@code undecided}
     * @param findings about structure and behaviour
     */
    public record Verified(String verdict, List<ModelFinding> findings) {}

    public Verified verify(Caller caller, long modelId) {
        Member member = access.editor(caller, modelId);
        Drawing drawing = Drawings.readDraft(drafts.read(member, modelId).bytes());
        Compiled compiled = scope.inTeam(member.teamId(), () -> drawings.compile(member.teamId(), drawing));
        Behaviour behaviour = Behaviour.of(compiled.compilation().elements());
        List<ModelFinding> findings = new ArrayList<>(compiled.findings());
        findings.addAll(behaviour.findings());
        return new Verified(behaviour.verdict(), List.copyOf(findings));
    }
}
