package org.licencedesk.web.signin;

import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import java.util.Optional;
import org.licencedesk.web.page.Lazy;
import org.primefaces.csp.CspState;

/**
 * The nonce of the content policy, which is the server's own. PrimeFaces takes the one that a request brings along: whoever
 * can make a browser send a request would choose which inline scripts run on the page. A page that is loaded gets a new
 * one; what a script of the page asks for gets the one of that page, which its view state keeps.
 */
final class ServerNonce extends CspState {

    private static final String KEPT = ServerNonce.class.getName();

    private final Lazy<String> nonce = new Lazy<>(() -> find());

    ServerNonce(FacesContext faces) {
        super(faces);
    }

    @Override
    public String getNonce() {
        return nonce.get();
    }

    private String find() {
        FacesContext faces = FacesContext.getCurrentInstance();
        Optional<UIViewRoot> view = Optional.ofNullable(faces.getViewRoot()).filter(root -> !root.isTransient());
        if (faces.getPartialViewContext().isAjaxRequest()) {
            Optional<String> ofPage = view.flatMap(root -> Optional.ofNullable(root.getViewMap(false)))
                    .flatMap(kept -> Optional.ofNullable(kept.get(KEPT)))
                    .map(String.class::cast);
            if (ofPage.isPresent()) {
                return ofPage.get();
            }
        }
        String fresh = generateNonce();
        view.ifPresent(root -> root.getViewMap(true).put(KEPT, fresh));
        return fresh;
    }
}
