package org.licencedesk.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.licencedesk.kernel.Identifiers;
import org.primefaces.context.PrimeFacesContext;

/** The random word by which a page's own scripts are known. Every form of a page sends it back. */
@Named
@RequestScoped
public class PageNonce {

    private static final String PARAMETER = "primefaces.nonce";

    /** @return the word of the page that is rendered */
    public String getWord() {
        return PrimeFacesContext.getCspState(FacesContext.getCurrentInstance()).getNonce();
    }

    /** @return whether the request brings a word that PrimeFaces can have made */
    static boolean isIn(HttpServletRequest request) {
        try {
            return Optional.ofNullable(request.getParameter(PARAMETER))
                    .map(word -> new String(Base64.getDecoder().decode(word), StandardCharsets.UTF_8))
                    .flatMap(Identifiers::parse)
                    .isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
