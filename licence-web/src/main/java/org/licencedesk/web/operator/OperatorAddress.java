package org.licencedesk.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.page.Subpath;

/** What follows {@code /operator} in the address. */
@Named
@RequestScoped
public class OperatorAddress {

    @Inject
    private PageContext page;

    /** @return the name of the page that this is the address of */
    public String getPage() {
        return switch (place()) {
            case "new-system" -> rest().isEmpty() ? "new-system" : "operator-nowhere";
            case "terms" -> rest().isEmpty() ? "terms" : "terms-version";
            case "new-terms" -> rest().isEmpty() ? "new-terms" : "operator-nowhere";
            case "account-managers" -> rest().isEmpty() ? "account-managers" : "account-manager";
            case "tokens" -> rest().isEmpty() ? "operator-tokens" : "operator-nowhere";
            case "operators" -> rest().isEmpty() ? "operators" : "operator-nowhere";
            default -> "operator-nowhere";
        };
    }

    /** Sends whoever asks for nothing in particular on to their first page; shows the error page where there is none. */
    public void leave() {
        if (place().isEmpty()) {
            page.redirect("/");
        } else {
            page.fail(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** What follows the place, as the address has it: it may name nothing. */
    String rest() {
        String[] parts = Subpath.asked().split("/", 2);
        return parts.length > 1 ? parts[1] : "";
    }

    private static String place() {
        return Subpath.asked().split("/", 2)[0];
    }
}
