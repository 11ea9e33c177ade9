package org.licencedesk.web.page;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.omnifaces.util.Faces;

/**
 * Sends values that a table calculation opens as they are: in UTF-8 that says so, every value quoted, divided by what the
 * reader's language expects, and none that would be run as a formula.
 */
@RequestScoped
public class CsvFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final String FORMULA = "=+-@\u2212";

    private static final String STRIPPED_AT_FIRST = "\t\r\n";

    @Inject
    private PageContext page;

    /**
     * Sends the file. A row is sent as soon as it is given, so that the file may be of any length.
     *
     * @param name the name of the file
     * @param rows gives one row after the other, the names of the columns first
     */
    public void send(String name, Consumer<Consumer<List<String>>> rows) {
        Locale reader = page.locale();
        Faces.sendFile(
                name, true, output -> write(new OutputStreamWriter(output, StandardCharsets.UTF_8), reader, rows));
    }

    static void write(Writer output, Locale reader, Consumer<Consumer<List<String>>> rows) {
        try {
            output.write(BYTE_ORDER_MARK);
            try (CsvWriter csv = CsvWriter.builder()
                    .fieldSeparator(reader.getLanguage().equals(Locale.GERMAN.getLanguage()) ? ';' : ',')
                    .quoteStrategy(QuoteStrategies.ALWAYS)
                    .build(output)) {
                rows.accept(row ->
                        csv.writeRecord(row.stream().map(CsvFile::harmless).toList()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String harmless(String value) {
        return isFormula(value) ? "'" + value : value;
    }

    /** A table calculation runs what begins so, also in other widths and behind what does not show. */
    private static boolean isFormula(String value) {
        int first =
                value.codePoints().dropWhile(CsvFile::doesNotShow).findFirst().orElse(' ');
        String plain = Normalizer.normalize(Character.toString(first), Normalizer.Form.NFKC);
        return FORMULA.contains(plain) || (!value.isEmpty() && STRIPPED_AT_FIRST.indexOf(value.charAt(0)) >= 0);
    }

    private static boolean doesNotShow(int c) {
        int type = Character.getType(c);
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || type == Character.CONTROL
                || type == Character.FORMAT
                || Character.getName(c) == null;
    }
}
