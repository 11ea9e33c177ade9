/**
 * The Setup Wizard (R23 to R28): an installation without a tenant is opened here, and a tenant gets its first users. It
 * neither changes the status of anybody nor adjusts the maximum by itself.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.web.setup;
