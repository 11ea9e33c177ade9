package org.licencedesk.web.frame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.licencedesk.kernel.Sha256;

/**
 * The style sheets, scripts and pictures of the pages. Browsers keep them for a week: their addresses carry a digest of
 * what is in them, so that a new one is fetched at once and an unchanged one never again.
 */
@Named
@ApplicationScoped
public class Assets {

    private static final String PLACE = "/resources/";

    private static final int DIGEST_BYTES_SHOWN = 8;

    private final String version;

    /** Reads all of them once. */
    @Inject
    public Assets(ServletContext context) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        read(context, PLACE, files);
        version = versionOf(files);
    }

    /** For the container's proxy, which holds nothing itself. */
    protected Assets() {
        version = "";
    }

    /** @return the part of their addresses that changes with their content */
    public String getVersion() {
        return version;
    }

    static String versionOf(SortedMap<String, byte[]> files) {
        String contents = files.entrySet().stream()
                .map(file -> file.getKey() + " " + HexFormat.of().formatHex(Sha256.of(file.getValue())))
                .collect(Collectors.joining("\n"));
        return HexFormat.of().formatHex(Sha256.of(contents), 0, DIGEST_BYTES_SHOWN);
    }

    private static void read(ServletContext context, String place, SortedMap<String, byte[]> files) {
        for (String path : Optional.ofNullable(context.getResourcePaths(place)).orElse(Set.of())) {
            if (path.endsWith("/")) {
                read(context, path, files);
                continue;
            }
            try (InputStream content = Objects.requireNonNull(context.getResourceAsStream(path))) {
                files.put(path, content.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
