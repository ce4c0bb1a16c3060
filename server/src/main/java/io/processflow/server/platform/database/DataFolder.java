package io.processflow.server.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.util.FileSystemUtils;

/** What lies where in the folder of the embedded database. */
record DataFolder(Path root) {

    /** The database itself; the major version is in the name, since another one can not read it. */
    Path cluster() {
        return root.resolve("postgresql-17");
    }

    /** The unpacked programs. */
    Path programs() {
        return root.resolve("programs");
    }

    Path log() {
        return root.resolve("postgresql.log");
    }

    Path passwordFile() {
        return root.resolve("database-password");
    }

    /** There while the database is created for the first time; found at a later start, nothing of value is there yet. */
    private Path creating() {
        return root.resolve("creating-database");
    }

    static DataFolder prepare(Path folder) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return new DataFolder(folder.toRealPath());
    }

    boolean hasDatabase() {
        return Files.exists(cluster()) && !Files.exists(creating());
    }

    void beginCreating() throws IOException {
        FileSystemUtils.deleteRecursively(cluster());
        Files.writeString(creating(), "");
        Files.deleteIfExists(passwordFile());
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.createFile(
                passwordFile(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                passwordFile(), Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    void created() throws IOException {
        Files.deleteIfExists(creating());
    }

    String password() throws IOException {
        if (!Files.exists(passwordFile())) {
            throw new CannotStart(
                    "The file " + passwordFile() + " with the password of the embedded database is missing.",
                    "Put it back from your backup: the folder " + root + " belongs together.",
                    null);
        }
        return Files.readString(passwordFile()).strip();
    }
}
