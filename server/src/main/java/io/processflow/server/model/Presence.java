package io.processflow.server.model;

import io.processflow.server.platform.Caller;
import io.processflow.server.platform.Rejection;
import io.processflow.server.platform.TeamScope;
import io.processflow.server.team.Member;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/**
 * Tells those who have a drawing open of each other, and which revision its draft is at, so that they know of somebody else's
 * save before their own is refused. Nothing is locked by being here.
 */
@Service
public class Presence {

    private final ModelAccess access;
    private final TeamScope scope;
    private final PresenceStore store;

    Presence(ModelAccess access, TeamScope scope, PresenceStore store) {
        this.access = access;
        this.scope = scope;
        this.store = store;
    }

    /** Somebody of the team. */
    public record Editor(UUID userId, String username) {}

    /**
     * What there is to see beside a drawing.
     *
     * @param people everybody else who was seen within the last minute, the one who came first before the others
     * @param draftRevision the revision the draft is at
     * @param draftSavedBy who saved it last; null: nobody since it was made
     */
    public record Surroundings(
            List<Editor> people,
            long draftRevision,
            @Nullable Editor draftSavedBy) {}

    /** The caller has the drawing open at this moment. */
    public Surroundings here(Caller caller, long modelId) {
        Member member = access.editor(caller, modelId);
        try {
            return scope.inTeam(member.teamId(), () -> store.seen(member, modelId))
                    .orElseThrow(Rejection::notFound);
        } catch (DataIntegrityViolationException modelRemovedMeanwhile) {
            throw Rejection.notFound();
        }
    }

    /** The caller has closed the drawing. */
    public void gone(Caller caller, long modelId) {
        Member member = access.editor(caller, modelId);
        scope.inTeam(member.teamId(), () -> store.remove(member, modelId));
    }
}
