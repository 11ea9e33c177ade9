package org.licencedesk.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** The classes of the launcher that run inside the server, packed for it. */
final class ServerExtension {
    /** The name of the class that Payara's transport is set to. */
    static final String IO_STRATEGY = "org.licencedesk.launcher.intake.WholeRequests";

    private static final String PACKAGE = "org/licencedesk/launcher/intake/";
    private static final List<String> CLASSES = List.of(
            "WholeRequests",
            "ReceiveClock",
            "Opening",
            "UnreadableRequests",
            "RequestBuffer",
            "PendingRequest",
            "PendingRequests",
            "PendingRequests$1",
            "Answers");

    private ServerExtension() {}

    /** Writes the jar, in place of one that is there. */
    static void write(Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String name : CLASSES) {
                String file = PACKAGE + name + ".class";
                out.putNextEntry(new JarEntry(file));
                try (InputStream bytes = Optional.ofNullable(
                                ServerExtension.class.getClassLoader().getResourceAsStream(file))
                        .orElseThrow(() -> new IOException("The launcher lacks its " + file))) {
                    bytes.transferTo(out);
                }
                out.closeEntry();
            }
        }
    }
}
