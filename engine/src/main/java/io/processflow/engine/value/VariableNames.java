package io.processflow.engine.value;

/** Which names variables may have: letters, digits, {@code _}, {@code -}, {@code .}, a letter first. */
public final class VariableNames {

    /** The points of the person concerned; no variable can have these names. */
    public static final String EXPERIENCE = "Experience";

    public static final String COINS = "Coins";

    private static final String SECRETS = "secret.";

    private VariableNames() {}

    public static boolean isWellFormed(String name) {
        if (name.isEmpty() || !Character.isLetter(name.codePointAt(0))) {
            return false;
        }
        return name.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.');
    }

    /** True for a well-formed name that is not reserved for points or secrets. */
    public static boolean isWritable(String name) {
        return isWellFormed(name) && !isPoints(name) && !isSecret(name);
    }

    public static boolean isPoints(String name) {
        return name.equals(EXPERIENCE) || name.equals(COINS);
    }

    public static boolean isSecret(String name) {
        return name.startsWith(SECRETS);
    }
}
