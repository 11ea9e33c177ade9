package org.licencedesk.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Reply;

/** Walks lists as a client does. */
final class Lists {

    private Lists() {}

    /** The value as it stands in a query. */
    static String inUrl(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The member of every item of a list, page by page; {@code between} runs after each page. */
    static List<String> walk(Api api, String path, String member, Runnable between) {
        List<String> found = new ArrayList<>();
        String start = path + (path.contains("?") ? "&" : "?");
        String next = "";
        do {
            Reply page = api.get(start + "cursor=" + inUrl(next));
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            for (JsonNode item : page.body().required("items")) {
                found.add(item.required(member).asText());
            }
            JsonNode cursor = page.body().required("next");
            next = cursor.isNull() ? "" : cursor.asText();
            between.run();
        } while (!next.isEmpty());
        return found;
    }
}
