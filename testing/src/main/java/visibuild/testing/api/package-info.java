/**
 * The Core API and the Reporting API over the sandbox's company: the tables of routes, the pages of
 * the lists, and the endpoints that change it.
 *
 * <p>Knows the packages {@code data}, {@code http} and {@code storage}. Tokens and scopes are
 * checked before a call arrives here.
 */
@NullMarked
package visibuild.testing.api;

import org.jspecify.annotations.NullMarked;
