package org.licencedesk.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AssetsTest {

    @Test
    void the_same_files_have_the_same_version_whenever_they_were_built() {
        assertThat(version(Map.of("/desk.css", "a", "/desk.js", "b")))
                .isEqualTo(version(Map.of("/desk.js", "b", "/desk.css", "a")))
                .matches("[0-9a-f]{16}");
    }

    @Test
    void a_file_that_changed_moved_or_came_makes_another_version() {
        String before = version(Map.of("/desk.css", "a", "/desk.js", "b"));

        assertThat(version(Map.of("/desk.css", "a", "/desk.js", "c"))).isNotEqualTo(before);
        assertThat(version(Map.of("/desk.css", "a", "/other.js", "b"))).isNotEqualTo(before);
        assertThat(version(Map.of("/desk.css", "a", "/desk.js", "b", "/icon.svg", "")))
                .isNotEqualTo(before);
        assertThat(version(Map.of("/desk.css", "ab", "/desk.js", ""))).isNotEqualTo(before);
    }

    private static String version(Map<String, String> files) {
        TreeMap<String, byte[]> contents = new TreeMap<>();
        files.forEach((path, text) -> contents.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return Assets.versionOf(contents);
    }
}
