package org.licencedesk.web.signin;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.FacesContextFactory;
import jakarta.faces.lifecycle.Lifecycle;
import org.primefaces.csp.CspState;

/**
 * Puts the server's nonce where PrimeFaces looks for its own. Named in {@code META-INF/services}, not in
 * {@code faces-config.xml}: it has to come before the factory of PrimeFaces.
 */
public class ServerNonceFactory extends FacesContextFactory {

    /** For Faces. */
    public ServerNonceFactory(FacesContextFactory wrapped) {
        super(wrapped);
    }

    @Override
    public FacesContext getFacesContext(Object context, Object request, Object response, Lifecycle lifecycle) {
        FacesContext faces = getWrapped().getFacesContext(context, request, response, lifecycle);
        faces.getAttributes().putIfAbsent(CspState.class.getName(), new ServerNonce(faces));
        return faces;
    }
}
