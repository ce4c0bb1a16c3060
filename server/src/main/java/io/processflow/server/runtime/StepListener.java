package io.processflow.server.runtime;

import java.util.List;

/**
 * Hears of commands inside the transaction that writes them: what a listener writes is committed with them or not at all.
 * No HTTP, mail or waiting here.
 */
public interface StepListener {

    void applied(List<AppliedStep> steps);
}
