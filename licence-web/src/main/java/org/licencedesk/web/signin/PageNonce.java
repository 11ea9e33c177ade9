package org.licencedesk.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.licencedesk.kernel.Identifiers;
import org.primefaces.context.PrimeFacesContext;

/** The random word by which a page's own scripts are known. Every form of a page sends it back. */
@Named
@RequestScoped
public class PageNonce {

    static final String PARAMETER = "primefaces.nonce";

    /** @return the word of the page that is rendered */
    public String getWord() {
        return PrimeFacesContext.getCspState(FacesContext.getCurrentInstance()).getNonce();
    }

    /** @return whether it is a word that a page can have */
    static boolean isOne(String word) {
        try {
            String decoded = new String(Base64.getDecoder().decode(word), StandardCharsets.UTF_8);
            return Identifiers.parse(decoded).isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
