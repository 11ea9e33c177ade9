package org.licencedesk.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.web.page.Subpath;

/** What follows {@code /account} in the address: nothing, the date of an invoice and perhaps that its
 * correction is meant, or the identity of a webhook. */
@Named
@RequestScoped
public class AccountAddress {

    private static final String INVOICES = "invoices/";

    private static final String CORRECTION = "/correction";

    private static final String WEBHOOKS = "webhooks/";

    /** @return the name of the page that this is the address of */
    public String getPage() {
        if (Subpath.asked().isEmpty()) {
            return "account";
        }
        return Subpath.asked().startsWith(WEBHOOKS) ? "webhook" : "invoice";
    }

    /** @return the date of the invoice of the address, or of the one that is corrected; empty for what is no date */
    Optional<LocalDate> invoice() {
        return after(INVOICES)
                .map(text -> isCorrection() ? text.substring(0, text.length() - CORRECTION.length()) : text)
                .flatMap(AccountAddress::date);
    }

    /** @return whether the address is that of the document that corrects the invoice */
    boolean isCorrection() {
        return after(INVOICES).filter(text -> text.endsWith(CORRECTION)).isPresent();
    }

    /** @return the webhook of the address; empty for what is no identity */
    Optional<UUID> webhook() {
        return after(WEBHOOKS).flatMap(Identifiers::parse);
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() > 0 && day.getYear() < 10_000);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> after(String folder) {
        return Optional.of(Subpath.asked())
                .filter(path -> path.startsWith(folder))
                .map(path -> path.substring(folder.length()));
    }
}
