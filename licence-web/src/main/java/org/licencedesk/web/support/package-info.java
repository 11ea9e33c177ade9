/**
 * What every resource of the API shares: who may call what, how changes are repeated safely, and the one translator of violations.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.web.support;
