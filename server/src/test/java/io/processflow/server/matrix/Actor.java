package io.processflow.server.matrix;

/** Who may ask, as the security page counts them; A8 and the API keys have tests of their own. */
public enum Actor {
    /** Nobody is signed in. */
    A0,
    /** Signed in, but the e-mail address is not verified. */
    A1,
    /** Verified, in no team. */
    A2,
    /** Member whose roles open no page. */
    A3,
    /** Member with a role that opens every page, but no owner. */
    A4,
    /** Member with a role that opens only the page Tasks, and holds the task's role. */
    A5,
    /** Owner of the team. */
    A6,
    /** Was a member; the session has ended, the browser still sends its cookie. */
    A7,
    /** Owner of another team. */
    A9,
    /** Was removed from the team a moment ago and is still signed in; has to get what {@link #A2} gets, so it has no column. */
    REMOVED;

    public boolean hasColumn() {
        return this != REMOVED;
    }

    Actor column() {
        return this == REMOVED ? A2 : this;
    }
}
