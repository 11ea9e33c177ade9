package org.licencedesk.web.account;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.licencedesk.kernel.Text;
import org.licencedesk.messages.webhook.Webhooks;
import org.licencedesk.web.frame.Refusals;
import org.licencedesk.web.signin.CurrentActor;

/** Adds a webhook, and shows its secret once. */
@Named
@ViewScoped
public class WebhookDialog implements Serializable {

    private static final String FORM = "webhookForm";

    @Inject
    private Webhooks webhooks;

    @Inject
    private CurrentActor actor;

    @Inject
    private Refusals refusals;

    private boolean open;

    private String url = "";

    private String secret = "";

    /** Opens the dialog with an empty field. */
    public void begin() {
        open = true;
        url = "";
        secret = "";
    }

    /** Adds the address that was typed. */
    public void add() {
        if (secret.isEmpty()) {
            refusals.run(FORM, () -> webhooks.add(actor.tenant(), Text.stripped(url), actor.get()))
                    .ifPresent(added -> secret = added.secret().text());
        }
    }

    /** @return whether the dialog is open */
    public boolean isOpen() {
        return open;
    }

    /** @return the address that was typed */
    public String getUrl() {
        return url;
    }

    /** Sets the address that was typed. */
    public void setUrl(String text) {
        url = text;
    }

    /** @return the secret of the webhook that was just added, or blank before one was */
    public String getSecret() {
        return secret;
    }
}
