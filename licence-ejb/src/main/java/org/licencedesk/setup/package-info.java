/**
 * How an installation and a tenant begin: the first tenant, its first System Admin, the operator's token, the demo data.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.setup;
