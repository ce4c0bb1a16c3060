package io.processflow.server.account;

/**
 * A session just begun.
 *
 * @param token goes into the cookie and is known nowhere else
 */
public record SignedIn(User user, String token, boolean staySignedIn) {}
