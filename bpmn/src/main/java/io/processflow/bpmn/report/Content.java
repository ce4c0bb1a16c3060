package io.processflow.bpmn.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes of a file, as many as matter. */
record Content(byte[] bytes) {

    /** More than any file that is not refused as too large. */
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    static Content of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new Content(in.readNBytes(MOST_BYTES));
        }
    }

    /** Whether the namespace of BPMN 2.0, or of a draft of it, is written there, in any encoding. */
    boolean namesBpmn() {
        String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "");
        return text.contains("http://www.omg.org/spec/BPMN/") || text.contains("http://schema.omg.org/spec/BPMN/");
    }

    /** The same for the same bytes. */
    String fingerprint() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("expected every JDK to know SHA-256", e);
        }
    }
}
