package io.processflow.server.team;

import io.processflow.server.platform.BaseUrl;
import io.processflow.server.platform.Caller;
import io.processflow.server.platform.Page;
import io.processflow.server.platform.PageRequest;
import io.processflow.server.platform.Rejection;
import io.processflow.server.platform.SecretToken;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The team's side of invitations: one open invitation for an address, good for seven days and for one answer. */
@Service
public class Invitations {

    private final Access access;
    private final InTurn inTurn;
    private final InvitationStore store;
    private final MemberStore members;
    private final RoleStore roles;
    private final BaseUrl baseUrl;

    Invitations(
            Access access,
            InTurn inTurn,
            InvitationStore store,
            MemberStore members,
            RoleStore roles,
            BaseUrl baseUrl) {
        this.access = access;
        this.inTurn = inTurn;
        this.store = store;
        this.members = members;
        this.roles = roles;
        this.baseUrl = baseUrl;
    }

    /** What is not answered yet, newest first. */
    public Page<Invitation> list(Caller caller, long teamId, PageRequest page) {
        return access.within(caller, teamId, member -> {
            member.require(TeamPage.TEAM);
            return Page.of(store.list(teamId, page), page, one -> List.of(one.id()), one -> one);
        });
    }

    /** @param roleId the role the person gets on accepting; the inviter must be able to give it */
    public NewInvitation invite(Caller caller, long teamId, @Nullable String email, @Nullable Long roleId) {
        return inTurn.with(TeamPage.TEAM, caller, teamId, member -> {
            Fields fields = new Fields();
            String address = fields.email("/email", email);
            fields.done();
            requireGivable(member, roleId);
            if (members.isMember(teamId, address)) {
                throw Rejection.conflict("already-member", "A person with this address is a member already.");
            }
            String token = SecretToken.create();
            store.removeExpired(teamId, address);
            long id = store.insert(teamId, address, roleId, caller.userId(), SecretToken.hash(token))
                    .orElseThrow(() -> Rejection.conflict(
                            "already-invited", "This address has an open invitation. Revoke it to get a new link."));
            return NewInvitation.of(store.get(teamId, id), baseUrl.link("/invitations/" + id + "?token=" + token));
        });
    }

    private void requireGivable(Member member, @Nullable Long roleId) {
        if (roleId != null) {
            Role role = roles.find(member.teamId(), roleId)
                    .orElseThrow(() -> Rejection.invalid("/roleId", "is the id of one of this team's roles"));
            Granting.requireGive(member, role);
        }
    }

    /** Its link is of no use any more. */
    public void revoke(Caller caller, long teamId, long id) {
        inTurn.with(TeamPage.TEAM, caller, teamId, member -> {
            if (!store.revoke(teamId, id)) {
                throw Rejection.notFound();
            }
            return id;
        });
    }
}
