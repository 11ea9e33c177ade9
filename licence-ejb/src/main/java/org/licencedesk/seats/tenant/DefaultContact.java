package org.licencedesk.seats.tenant;

import org.licencedesk.platform.Settings;

/** The account manager's name, mail and phone that are shown where a tenant has none of its own (R2): settings. */
public final class DefaultContact {

    private static final Settings SETTINGS = Settings.ofProcess();

    private DefaultContact() {}

    /** @return the configured contact; where none is, one that says so and reaches nobody (RFC 2606) */
    public static Contact configured() {
        return new Contact(
                SETTINGS.find("licence.account.manager.name").orElse("Account manager (not configured)"),
                SETTINGS.find("licence.account.manager.email").orElse("account-manager@not-configured.invalid"),
                SETTINGS.find("licence.account.manager.phone").orElse("not configured"));
    }
}
