package org.licencedesk.web.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.UUID;
import org.licencedesk.web.page.Subpath;

/** What follows {@code /ledger} in the address: nothing, or {@code acceptances/ID}. */
@Named
@RequestScoped
public class LedgerPlace {

    private static final String ACCEPTANCES = "acceptances/";

    /** @return the name of the page that this is the address of */
    public String getPage() {
        return Subpath.asked().isEmpty() ? "ledger" : "acceptance";
    }

    /** @return the address of the acceptance, inside the application */
    public static String ofAcceptance(UUID id) {
        return "/ledger/" + ACCEPTANCES + id;
    }

    /** @return the identity of the acceptance in the address; blank where it names none */
    public String acceptance() {
        return Subpath.asked().startsWith(ACCEPTANCES) ? Subpath.asked().substring(ACCEPTANCES.length()) : "";
    }
}
