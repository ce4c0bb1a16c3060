package io.processflow.server.account;

import java.util.UUID;

/**
 * A person as others see one.
 *
 * @param name the name to show; empty when the person gave none, then the username is shown
 * @param removed the account is closed: only its id is left, and the other fields repeat it
 */
public record Person(UUID id, String username, String name, String email, boolean removed) {}
