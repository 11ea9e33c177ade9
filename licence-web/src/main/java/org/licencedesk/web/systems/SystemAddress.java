package org.licencedesk.web.systems;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.licencedesk.web.page.Subpath;

/** What follows {@code /systems} in the address: nothing, or the slug of one system, and which part of it. */
@Named
@RequestScoped
public class SystemAddress {

    private static final List<String> PARTS = List.of("users", "ledger");

    /** @return the name of the page that this is the address of */
    public String getPage() {
        return Subpath.asked().isEmpty()
                ? "systems"
                : part().map(part -> "system-" + part).orElse("system");
    }

    /** @return the slug as the address has it, which may be of nothing */
    String slug() {
        return part().map(part -> Subpath.asked().substring(0, Subpath.asked().length() - part.length() - 1))
                .orElse(Subpath.asked());
    }

    private static Optional<String> part() {
        return PARTS.stream()
                .filter(part -> Subpath.asked().endsWith("/" + part))
                .findFirst();
    }
}
