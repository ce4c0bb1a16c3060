package io.processflow.bpmn;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bytes of an XML file as a text, in whatever encoding they are. */
final class XmlText {

    private static final Pattern DECLARED =
            Pattern.compile("\\A(<\\?xml[^>]*?\\sencoding\\s*=\\s*)(?:\"([^\"]*)\"|'([^']*)')");

    /** As far as a declaration may reach. */
    private static final int HEAD = 300;

    private XmlText() {}

    /** The text without its byte-order mark; a declaration of another encoding than UTF-8 is made to say UTF-8. */
    static String of(byte[] xml) {
        if (xml.length > Limits.BYTES) {
            throw new BpmnProblem("too-large", "The file is larger than 5 MiB.", null, null);
        }
        Charset charset = charset(xml);
        String text = decode(xml, charset);
        if (text.startsWith("\ufeff")) {
            text = text.substring(1);
        }
        Matcher declared = DECLARED.matcher(text);
        boolean isUtf8 = !declared.find() || "UTF-8".equalsIgnoreCase(declared(declared));
        return isUtf8 ? text : declared.replaceFirst("$1\"UTF-8\"");
    }

    private static String declared(Matcher declaration) {
        return declaration.group(2) != null ? declaration.group(2) : declaration.group(3);
    }

    private static String decode(byte[] xml, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(xml)).toString();
        } catch (CharacterCodingException e) {
            throw new BpmnProblem(
                    "not-well-formed", "The file holds characters that are not " + charset.name() + ".", null, null);
        }
    }

    private static Charset charset(byte[] xml) {
        int first = xml.length > 1 ? (xml[0] & 0xff) << 8 | xml[1] & 0xff : 0;
        return switch (first) {
            case 0xfeff, 0x003c -> StandardCharsets.UTF_16BE;
            case 0xfffe, 0x3c00 -> StandardCharsets.UTF_16LE;
            case 0xefbb -> StandardCharsets.UTF_8;
            default -> named(new String(xml, 0, Math.min(HEAD, xml.length), StandardCharsets.ISO_8859_1));
        };
    }

    private static Charset named(String head) {
        Matcher declaration = DECLARED.matcher(head);
        if (!declaration.find()) {
            return StandardCharsets.UTF_8;
        }
        String name = declared(declaration);
        try {
            // UTF-16 without a mark and without zeros is none: some tools declare it and write UTF-8.
            return name.toUpperCase(java.util.Locale.ROOT).startsWith("UTF-16")
                    ? StandardCharsets.UTF_8
                    : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new BpmnProblem(
                    "not-well-formed", "The file says it is written in " + name + ", which is not known.", null, 1);
        }
    }
}
