/**
 * What no licence rule is in: the data source and how the database is reached, settings, migration, keys of the installation.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.platform;
