package org.licencedesk.messages.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.InvalidValue.Problem;
import org.licencedesk.kernel.Text;

/**
 * Where messages are sent. Where a name leads is looked at when a message is sent, and not here, since that can change.
 *
 * @param url the address as typed
 * @param exempt whether the operator allows the host whatever its address is
 */
record WebhookAddress(URI url, boolean exempt) {

    private static final String FIELD = "url";

    private static final int LONGEST = 2000;

    /**
     * @return the address
     * @throws InvalidValue if it is no absolute https address without user and fragment, or is plainly not public and
     *     not allowed by the operator
     */
    static WebhookAddress parse(String text, AllowedAddresses allowed) {
        Text.line(FIELD, text, LONGEST);
        URI url = uri(text);
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw notInForm();
        }
        if (allowed.contain(url)) {
            return new WebhookAddress(url, true);
        }
        String host = url.getHost().replaceAll("[\\[\\]]", "");
        boolean plainlyNot = Literal.find(host)
                        .filter(address -> !PublicAddresses.contain(address))
                        .isPresent()
                || Literal.isOdd(host);
        if (scheme.equals("http") || plainlyNot) {
            throw new InvalidValue(FIELD, Problem.NOT_ALLOWED);
        }
        return new WebhookAddress(url, false);
    }

    private static URI uri(String text) {
        try {
            URI url = new URI(text);
            boolean whole = text.chars().allMatch(c -> c < 0x7f)
                    && url.getHost() != null
                    && url.getRawUserInfo() == null
                    && url.getRawFragment() == null
                    && url.getPort() <= 65_535
                    && url.getPort() != 0;
            if (whole) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw notInForm();
        }
        throw notInForm();
    }

    private static InvalidValue notInForm() {
        return new InvalidValue(FIELD, Problem.NOT_IN_FORM);
    }
}
