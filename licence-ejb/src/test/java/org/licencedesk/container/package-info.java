/**
 * The rules once through the EJBs in the server that production runs on.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.container;
