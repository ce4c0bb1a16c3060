package io.processflow.server.runtime;

import io.processflow.server.platform.RoundTrip;
import java.util.List;

/**
 * Hears of commands before they are written: what a listener adds to the round trip is committed with them or not at all.
 * No HTTP, mail or waiting here.
 */
public interface StepListener {

    /** Adds what has to be written besides. */
    void write(List<AppliedStep> steps, RoundTrip trip);

    /** The steps are committed. */
    default void committed(List<AppliedStep> steps) {}
}
