package io.processflow.bpmn;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads BPMN 2.0 files from any tool: any prefix, any common encoding, with or without a layout. What it returns is
 * what is drawn; whether that can run is for {@link BpmnCompiler} to say.
 */
public final class BpmnReader {

    private static final Pattern DECLARED =
            Pattern.compile("\\A(<\\?xml[^>]*?\\sencoding\\s*=\\s*)(\"[^\"]*\"|'[^']*')");

    private BpmnReader() {}

    /**
     * Reads a file that becomes a new model.
     *
     * @throws BpmnProblem when it is hostile, too large, or no process model at all
     */
    public static Drawing readImport(byte[] xml) {
        Drawing drawing = readDraft(xml);
        ImportChecks.check(drawing);
        return drawing;
    }

    /**
     * Reads a model's draft, which may be half drawn.
     *
     * @throws BpmnProblem when it is not well-formed, hostile or too large
     */
    public static Drawing readDraft(byte[] xml) {
        XmlReader.Document document = XmlReader.read(xml);
        DrawingReader reader = new DrawingReader(document.root());
        Drawing.Content content = reader.read();
        String text = reader.madeIds() ? XmlWriter.write(document.root()) : text(xml, document.declaredEncoding());
        return new Drawing(content, document.root(), text);
    }

    private static String text(byte[] xml, @Nullable String declared) {
        Charset charset = charset(xml, declared);
        String text = new String(xml, charset);
        if (text.startsWith("\ufeff")) {
            text = text.substring(1);
        }
        return charset.equals(StandardCharsets.UTF_8) && (declared == null || isUtf8(declared))
                ? text
                : DECLARED.matcher(text).replaceFirst("$1\"UTF-8\"");
    }

    private static boolean isUtf8(String name) {
        return name.equalsIgnoreCase("UTF-8");
    }

    private static Charset charset(byte[] xml, @Nullable String declared) {
        int first = xml.length > 1 ? (xml[0] & 0xff) << 8 | xml[1] & 0xff : 0;
        return switch (first) {
            case 0xfeff, 0x003c -> StandardCharsets.UTF_16BE;
            case 0xfffe, 0x3c00 -> StandardCharsets.UTF_16LE;
            case 0xefbb -> StandardCharsets.UTF_8;
            default -> declared == null ? StandardCharsets.UTF_8 : named(declared);
        };
    }

    private static Charset named(String declared) {
        try {
            return Charset.forName(declared);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new BpmnProblem(
                    "not-well-formed", "The file says it is written in " + declared + ", which is not known.", null, 1);
        }
    }
}
