package io.processflow.server.model.web;

import java.io.IOException;
import java.io.InputStream;

/** Reads a body of XML, never more of it than could be accepted. */
final class XmlBody {

    /** One byte more than the reader takes, so that it sees when there is too much. */
    private static final int MOST = 5 * 1024 * 1024 + 1;

    private XmlBody() {}

    static byte[] read(InputStream body) throws IOException {
        return body.readNBytes(MOST);
    }
}
