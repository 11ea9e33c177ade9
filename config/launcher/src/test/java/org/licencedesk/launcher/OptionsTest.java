package org.licencedesk.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionsTest {
    private Path directory;

    private List<String> files = List.of();

    @BeforeEach
    void two_files(@TempDir Path empty) throws IOException {
        directory = empty;
        Path war = Files.createFile(directory.resolve("licence.war"));
        Path micro = Files.createFile(directory.resolve("payara-micro.jar"));
        files = List.of("--war", war.toString(), "--micro", micro.toString());
    }

    @Test
    void runs_for_real_unless_asked_for_the_demo() {
        assertThat(Options.parse(files).demo()).isEmpty();
    }

    @Test
    void keeps_everything_of_the_demo_in_one_directory_and_takes_its_ports() {
        Options options = Options.parse(
                with("--demo", "--data", directory.toString(), "--http-port", "9090", "--db-port", "3400"));

        assertThat(options.demo()).contains(new Options.Demo(directory, 9090, 3400));
        assertThat(options.work()).startsWithRaw(directory);
    }

    @Test
    void names_what_is_wrong_on_the_command_line() {
        refuses(files.subList(0, 2), "--micro is missing");
        refuses(List.of("--war", "no-such.war"), "--war is wrong");
        refuses(with("--http-port", "0", "--demo"), "--http-port is wrong");
        refuses(with("--memory", "lots"), "--memory is wrong");
        refuses(with("--data"), "--data needs a value");
        refuses(with("--prot", "1"), "--prot is not an option");
    }

    private List<String> with(String... further) {
        List<String> all = new ArrayList<>(files);
        all.addAll(List.of(further));
        return all;
    }

    private static void refuses(List<String> arguments, String start) {
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> Options.parse(arguments))
                .satisfies(e -> assertThat(e.getMessage()).startsWith(start).doesNotContain("\n"));
    }
}
