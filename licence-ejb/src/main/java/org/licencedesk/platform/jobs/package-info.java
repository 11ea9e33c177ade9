/** The frame in which all background jobs run: when, on which node, for which tenants, and what became of it. */
@org.jspecify.annotations.NullMarked
package org.licencedesk.platform.jobs;
