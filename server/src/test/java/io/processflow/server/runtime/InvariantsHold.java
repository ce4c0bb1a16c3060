package io.processflow.server.runtime;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** After each class of tests: the {@link Invariants} of every instance that no class before has been asked about. */
public final class InvariantsHold implements AfterAllCallback {

    private static final Set<Long> KNOWN = ConcurrentHashMap.newKeySet();

    @Override
    public void afterAll(ExtensionContext context) {
        Invariants invariants = SpringExtension.getApplicationContext(context).getBean(Invariants.class);
        List<Long> fresh = invariants.instances().stream().filter(KNOWN::add).toList();
        Invariants.Checked checked = invariants.requireFor(fresh);
        System.out.printf(
                "Invariants after %s: %d instances, of which %d were written by SQL and have no log%n",
                context.getRequiredTestClass().getSimpleName(), checked.instances(), checked.withoutLog());
    }
}
