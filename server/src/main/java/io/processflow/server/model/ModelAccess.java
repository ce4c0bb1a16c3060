package io.processflow.server.model;

import io.processflow.server.platform.Caller;
import io.processflow.server.platform.Rejection;
import io.processflow.server.team.Access;
import io.processflow.server.team.Member;
import io.processflow.server.team.TeamPage;
import org.springframework.stereotype.Component;

/** Decides who may look at and change a process model: members of its team whose roles open the editor. */
@Component
class ModelAccess {

    private final Access access;
    private final ProcessModelStore store;

    ModelAccess(Access access, ProcessModelStore store) {
        this.access = access;
        this.store = store;
    }

    /** @throws Rejection 404 for a stranger, 403 for a member without the page */
    Member editorOfTeam(Caller caller, long teamId) {
        return access.member(caller, teamId, TeamPage.EDITOR);
    }

    /** @throws Rejection 404 when the model is of no team of the caller, 403 for a member without the page */
    Member editor(Caller caller, long modelId) {
        return member(caller, modelId).require(TeamPage.EDITOR);
    }

    /** @throws Rejection 404 when the model is of no team of the caller */
    Member member(Caller caller, long modelId) {
        return access.memberOfTeamOf(caller, () -> store.teamOf(modelId));
    }
}
