/** The product on a cluster of databases: the two shapes of config/cluster, started from the scripts that are there. */
@NullMarked
package org.licencedesk.web.cluster;

import org.jspecify.annotations.NullMarked;
