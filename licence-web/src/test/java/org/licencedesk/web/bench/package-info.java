/**
 * The benchmark of {@code mvn -Pbench}: what the product does per second and how fast its lists are, measured over HTTP
 * against the same work by plain JDBC.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.web.bench;
