/**
 * The generated clients against an OAuth server that this project did not write: Spring Security's
 * authorization server and its resource server, in one Tomcat on the loopback.
 */
package visibuild.integration.spring;
