package io.processflow.server.team;

import io.processflow.server.platform.Rejection;
import java.util.Set;

/** Who may give what: nobody gives a page they lack, and only owners make owners. */
final class Granting {

    private Granting() {}

    /** Whether the member may give the role to somebody. */
    static boolean mayGive(Member member, Role role) {
        return member.owner() || (!role.owner() && member.pages().containsAll(role.allowedPages()));
    }

    /** @throws Rejection 403 when the role is the owner's or opens a page the member lacks */
    static void requireGive(Member member, Role role) {
        if (role.owner()) {
            requireOwner(member);
        } else if (!mayGive(member, role)) {
            throw notYours();
        }
    }

    /** @throws Rejection 403 when one of the pages is not open to the member */
    static void requirePages(Member member, Set<TeamPage> pages) {
        if (!member.owner() && !member.pages().containsAll(pages)) {
            throw notYours();
        }
    }

    static Member requireOwner(Member member) {
        if (!member.owner()) {
            throw Rejection.forbidden("owner-only", "Only an owner of the team may do this.");
        }
        return member;
    }

    private static Rejection notYours() {
        return Rejection.forbidden(
                "not-yours-to-give", "This would open a page that your own roles do not open. An owner can do it.");
    }
}
