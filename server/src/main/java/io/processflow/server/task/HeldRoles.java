package io.processflow.server.task;

import io.processflow.server.team.Member;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The roles a person holds, each with its team: pairs, because an index of tasks begins with both. */
record HeldRoles(List<Held> all) {

    record Held(long team, long role) {}

    /** @param only leave out every other role; null: none */
    static HeldRoles of(List<Member> members, @Nullable Long only) {
        List<Held> held = new ArrayList<>();
        for (Member member : members) {
            member.roleIds().stream()
                    .filter(role -> only == null || only.equals(role))
                    .forEach(role -> held.add(new Held(member.teamId(), role)));
        }
        return new HeldRoles(held);
    }

    Long[] teams() {
        return all.stream().map(Held::team).toArray(Long[]::new);
    }

    Long[] roles() {
        return all.stream().map(Held::role).toArray(Long[]::new);
    }
}
