package org.licencedesk.launcher;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The command line.
 *
 * @param work where the server keeps its configuration and its log
 * @param memory the greatest size of the server's heap, as {@code -Xmx} takes it
 * @param endWithParent whether to end when the process that started this one has ended
 */
record Options(Path war, Path micro, Path work, String memory, Optional<Demo> demo, boolean endWithParent) {

    /** The demo: where its data is kept, and its ports on 127.0.0.1. */
    record Demo(Path data, int httpPort, int databasePort) {}

    static final String USAGE = """
            java -jar licence-launcher.jar --war FILE --micro FILE [--work DIR] [--memory SIZE]
            java -jar licence-launcher.jar --war FILE --micro FILE --demo [--data DIR] [--http-port N] [--db-port N]

              --war FILE         the product, licence.war
              --micro FILE       payara-micro.jar
              --work DIR         where the server keeps its configuration and its log (default: licence-work)
              --memory SIZE      the greatest size of the server's heap (default: 512m)
              --demo             with a MariaDB of its own and demo data, on 127.0.0.1 only
              --data DIR         where the demo keeps its database (default: .data)
              --http-port N      the demo's HTTP port (default: 8080)
              --db-port N        the demo's MariaDB port (default: 3307)
              --end-with-parent  end when the process that started this one has ended

            Without --demo the settings come from the environment: see config/licence.env.example.
            """;

    private static final Set<String> FLAGS = Set.of("--demo", "--end-with-parent");
    private static final Set<String> VALUES =
            Set.of("--war", "--micro", "--work", "--memory", "--data", "--http-port", "--db-port");

    static Options parse(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String option = arguments.get(i);
            if (FLAGS.contains(option)) {
                given.put(option, "");
            } else if (VALUES.contains(option) && i + 1 < arguments.size()) {
                i++;
                given.put(option, arguments.get(i));
            } else if (VALUES.contains(option)) {
                throw new LaunchException(option + " needs a value");
            } else {
                throw new LaunchException(option + " is not an option: --help lists them");
            }
        }
        Path data = Path.of(given.getOrDefault("--data", ".data")).toAbsolutePath();
        Optional<Demo> demo = given.containsKey("--demo")
                ? Optional.of(new Demo(data, port(given, "--http-port", "8080"), port(given, "--db-port", "3307")))
                : Optional.empty();
        String work = given.getOrDefault(
                "--work", demo.map(d -> d.data().resolve("server").toString()).orElse("licence-work"));
        return new Options(
                file(given, "--war"),
                file(given, "--micro"),
                Path.of(work).toAbsolutePath(),
                memory(given.getOrDefault("--memory", "512m")),
                demo,
                given.containsKey("--end-with-parent"));
    }

    private static Path file(Map<String, String> given, String option) {
        Path path = Path.of(Optional.ofNullable(given.get(option))
                        .orElseThrow(() -> new LaunchException(option + " is missing: --help lists the options")))
                .toAbsolutePath();
        if (!path.toFile().isFile()) {
            throw new LaunchException(option + " is wrong: there is no file " + path);
        }
        return path;
    }

    private static String memory(String size) {
        if (!size.matches("[1-9]\\d{0,6}[mMgG]")) {
            throw new LaunchException("--memory is wrong: a size such as 512m or 2g, not " + size);
        }
        return size;
    }

    private static int port(Map<String, String> given, String option, String ifMissing) {
        String value = given.getOrDefault(option, ifMissing);
        int port = value.matches("\\d{1,5}") ? Integer.parseInt(value) : 0;
        if (port < 1 || port > 65_535) {
            throw new LaunchException(option + " is wrong: a whole number from 1 to 65535, not " + value);
        }
        return port;
    }
}
