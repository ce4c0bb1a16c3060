package io.processflow.server.model;

import io.processflow.bpmn.Drawing;
import io.processflow.server.model.Drawings.Compiled;
import io.processflow.server.platform.Caller;
import io.processflow.server.platform.Rejection;
import io.processflow.server.platform.TeamScope;
import io.processflow.server.team.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Reads and saves drafts. A half-drawn diagram is worth keeping: only what is hostile or not well-formed is refused. */
@Service
public class Drafts {

    private final ModelAccess access;
    private final TeamScope scope;
    private final DraftStore store;
    private final VersionStore versions;
    private final Drawings drawings;

    Drafts(ModelAccess access, TeamScope scope, DraftStore store, VersionStore versions, Drawings drawings) {
        this.access = access;
        this.scope = scope;
        this.store = store;
        this.versions = versions;
        this.drawings = drawings;
    }

    /** A saved draft's revision, and what was found in it. */
    public record Saved(long draftRevision, List<ModelFinding> findings) {}

    public Draft read(Caller caller, long modelId) {
        return read(access.editor(caller, modelId), modelId);
    }

    Draft read(Member member, long modelId) {
        return scope.inTeam(member.teamId(), () -> store.find(member.teamId(), modelId))
                .orElseThrow(Rejection::notFound);
    }

    /**
     * Saves a draft that was read at a revision.
     *
     * @param revision asked for only when the caller may save at all, so that a stranger learns nothing from its errors
     * @throws Rejection 412 {@code stale-draft} when somebody saved in between; 422 when it is no XML to be kept
     */
    public Saved save(Caller caller, long modelId, LongSupplier revision, byte[] xml) {
        Member member = access.editor(caller, modelId);
        long expected = revision.getAsLong();
        Drawing drawing = Drawings.readDraft(xml);
        Draft draft = new Draft(drawing.xml(), expected);
        Kept kept = scope.inTeam(member.teamId(), () -> keep(member, modelId, draft, drawing));
        // Outside the transaction: exploring takes up to two seconds, and holds nobody up.
        return new Saved(kept.revision(), all(kept.compiled()));
    }

    private record Kept(long revision, Compiled compiled) {}

    private Kept keep(Member member, long modelId, Draft draft, Drawing drawing) {
        long revision =
                store.save(member, modelId, draft.revision(), draft.xml()).orElseThrow(() -> stale(member, modelId));
        return new Kept(revision, drawings.compile(member.teamId(), drawing));
    }

    /** Makes a published version's drawing the draft again. */
    public void restore(Caller caller, long modelId, int version) {
        Member member = access.editor(caller, modelId);
        scope.inTeam(member.teamId(), () -> {
            String xml = versions.drawing(member.teamId(), modelId, version).orElseThrow(Rejection::notFound);
            Draft now = store.lock(member.teamId(), modelId).orElseThrow(Rejection::notFound);
            return store.save(member, modelId, now.revision(), xml).orElseThrow();
        });
    }

    /** What the structure and the behaviour of a drawing tell. */
    static List<ModelFinding> all(Compiled compiled) {
        List<ModelFinding> findings = new ArrayList<>(compiled.findings());
        findings.addAll(Behaviour.of(compiled.compilation().elements()).findings());
        return List.copyOf(findings);
    }

    private Rejection stale(Member member, long modelId) {
        return stale(store.find(member.teamId(), modelId).orElseThrow(Rejection::notFound));
    }

    static Rejection stale(Draft now) {
        return Rejection.of(
                        HttpStatus.PRECONDITION_FAILED,
                        "stale-draft",
                        "The draft was saved by somebody else since you opened it; it is at revision " + now.revision()
                                + " now.")
                .with("draftRevision", now.revision());
    }
}
