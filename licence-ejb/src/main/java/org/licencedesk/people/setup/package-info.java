/**
 * How an installation and a tenant begin: the first tenant, its first System Admin, the operator's token, the demo data;
 * and how far its Setup Wizard is.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.people.setup;
