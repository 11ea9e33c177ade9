package org.licencedesk.web.page;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.context.RequestScoped;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.omnifaces.util.Faces;

/** Sends comma-separated values, none of which a table calculation would run as a formula. */
@RequestScoped
public class CsvFile {

    /** A table calculation would take a value that begins so for a formula, and run it. */
    private static final String FORMULA = "=+-@\t\r";

    /**
     * Sends the file. A row is sent as soon as it is given, so that the file may be of any length.
     *
     * @param name the name of the file
     * @param rows gives one row after the other, the names of the columns first
     */
    public void send(String name, Consumer<Consumer<List<String>>> rows) {
        Faces.sendFile(name, true, output -> {
            try (CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(output, StandardCharsets.UTF_8))) {
                rows.accept(row ->
                        csv.writeRecord(row.stream().map(CsvFile::harmless).toList()));
            }
        });
    }

    private static String harmless(String value) {
        return !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }
}
