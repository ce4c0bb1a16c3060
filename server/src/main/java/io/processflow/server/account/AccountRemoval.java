package io.processflow.server.account;

import java.util.List;
import java.util.UUID;

/** What another module has to say, and to do, when somebody closes the account; called inside the removing transaction. */
public interface AccountRemoval {

    /** Names of the things that hold the person here, such as teams the person owns; empty when nothing does. */
    List<String> objections(UUID userId);

    /** Removes what belongs to the person alone; history keeps pointing to the person's id. */
    void removed(UUID userId);
}
