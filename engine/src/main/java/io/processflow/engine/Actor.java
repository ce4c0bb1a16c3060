package io.processflow.engine;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who gave a command. Only persons earn anything. */
public sealed interface Actor {

    record Person(UUID id) implements Actor {}

    record ApiKey(long id) implements Actor {}

    /** The server of an automatic activity, or a page of another server. */
    record ActivityServer() implements Actor {}

    /** The installation itself, for instance when a call's deadline has passed. */
    record Installation() implements Actor {}

    Actor ACTIVITY_SERVER = new ActivityServer();
    Actor INSTALLATION = new Installation();

    /** The person, or null when it was none. */
    default @Nullable UUID person() {
        return this instanceof Person(UUID id) ? id : null;
    }
}
