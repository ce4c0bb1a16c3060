package io.processflow.server;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stands between a client and PostgreSQL and knows enough of the protocol to count round trips, and to cut a connection
 * exactly before or after a transaction's end. The client's address must say {@code sslmode=disable&gssEncMode=disable}.
 */
public final class Proxy implements AutoCloseable {

    /** Where the next transaction's end is lost. */
    public enum Cut {
        NONE,
        /** The server never sees the commit. */
        BEFORE_COMMIT,
        /** The server has committed; the client never hears. */
        AFTER_COMMIT
    }

    private final ServerSocket listening;
    private final URI target;
    private final AtomicReference<Cut> cut = new AtomicReference<>(Cut.NONE);
    private final AtomicInteger roundTrips = new AtomicInteger();
    private final AtomicInteger cuts = new AtomicInteger();

    /** @param jdbcUrl of the PostgreSQL behind it */
    public Proxy(String jdbcUrl) {
        target = URI.create(jdbcUrl.substring("jdbc:".length()));
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + listening.getLocalPort() + target.getPath()
                + "?sslmode=disable&gssEncMode=disable";
    }

    /** The next commit, on whatever connection, is cut so. */
    public void cutNext(Cut where) {
        cut.set(where);
    }

    /** How often a client waited for an answer, over all connections. */
    public int roundTrips() {
        return roundTrips.get();
    }

    public int cuts() {
        return cuts.get();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Socket server = new Socket(target.getHost(), target.getPort());
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> pass(client, server, true));
                Thread.ofVirtual().start(() -> pass(server, client, false));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void pass(Socket from, Socket to, boolean fromClient) {
        try (from;
                to) {
            DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(from.getInputStream()));
            DataOutputStream out = new DataOutputStream(new java.io.BufferedOutputStream(to.getOutputStream()));
            if (fromClient) {
                // The first message has no type.
                int length = in.readInt();
                out.writeInt(length);
                out.write(in.readNBytes(length - 4));
                out.flush();
            }
            Set<String> commits = new HashSet<>();
            while (true) {
                if (in.available() == 0) {
                    out.flush();
                }
                byte type = in.readByte();
                int length = in.readInt();
                byte[] body = in.readNBytes(length - 4);
                if (fromClient ? isCommit(type, body, commits) : isCommitted(type, body)) {
                    out.flush();
                    return;
                }
                out.writeByte(type);
                out.writeInt(length);
                out.write(body);
            }
        } catch (IOException over) {
            // One side hung up, and so does the other.
            return;
        }
    }

    /** Sees the statements a client prepares, and whether it now executes the one that commits. */
    private boolean isCommit(byte type, byte[] body, Set<String> commits) {
        switch (type) {
            case 'P' -> {
                String[] texts = texts(body);
                if (texts[1].strip().equalsIgnoreCase("commit")) {
                    commits.add(texts[0]);
                } else {
                    commits.remove(texts[0]);
                }
            }
            case 'S' -> roundTrips.incrementAndGet();
            // A portal, then the statement it executes.
            case 'B' -> {
                return commits.contains(texts(body)[1]) && cuts(Cut.BEFORE_COMMIT);
            }
            default -> {}
        }
        return false;
    }

    private boolean isCommitted(byte type, byte[] body) {
        return type == 'C' && texts(body)[0].equals("COMMIT") && cuts(Cut.AFTER_COMMIT);
    }

    private boolean cuts(Cut where) {
        boolean now = cut.compareAndSet(where, Cut.NONE);
        if (now) {
            cuts.incrementAndGet();
        }
        return now;
    }

    /** The first two texts of a message, each ended by a zero. */
    private static String[] texts(byte[] body) {
        String[] texts = {"", ""};
        int start = 0;
        for (int i = 0; i < texts.length && start < body.length; i++) {
            int end = start;
            while (end < body.length && body[end] != 0) {
                end++;
            }
            texts[i] = new String(body, start, end - start, StandardCharsets.UTF_8);
            start = end + 1;
        }
        return texts;
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
