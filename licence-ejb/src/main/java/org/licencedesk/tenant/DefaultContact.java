package org.licencedesk.tenant;

import org.licencedesk.kernel.Settings;

/** The account manager's name, mail and phone that are shown where a tenant has none of its own (R2): settings. */
public final class DefaultContact {

    private static final Settings SETTINGS = Settings.ofProcess();

    private DefaultContact() {}

    /** @return the configured contact */
    public static Contact configured() {
        return new Contact(
                SETTINGS.find("licence.account.manager.name").orElse("Your account manager"),
                SETTINGS.find("licence.account.manager.email").orElse("accounts@vendor.example"),
                SETTINGS.find("licence.account.manager.phone").orElse("+00 000 0000"));
    }
}
