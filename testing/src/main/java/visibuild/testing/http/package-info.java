/**
 * Requests, responses, and the routing table between them.
 *
 * <p>Knows no other package. Requests and responses are converted from and to those of
 * MockWebServer.
 */
@NullMarked
package visibuild.testing.http;

import org.jspecify.annotations.NullMarked;
