/**
 * The library that a program links to call Visibuild: annotations, credentials, typed exceptions,
 * and the calls behind generated clients.
 *
 * <p>A program in a named module opens the packages of its records to {@code
 * com.fasterxml.jackson.databind}, which reads and writes them.
 *
 * @since 0.1
 */
// Retrofit is no named module yet; its name is reserved in its manifest.
// The processor and the Spring starter are built later.
@SuppressWarnings({"module", "requires-automatic", "requires-transitive-automatic"})
module visibuild.runtime {
  requires transitive com.fasterxml.jackson.databind;
  requires transitive okhttp3;
  requires static transitive org.jspecify;
  requires transitive retrofit2;
  requires com.fasterxml.jackson.datatype.jsr310;

  // Needed only for the token store of a fleet and for meters.
  requires static cache.api;
  requires static micrometer.commons;
  requires static micrometer.core;
  requires static micrometer.observation;

  exports visibuild;
  exports visibuild.call;
  exports visibuild.internal.base to
      visibuild.processor,
      visibuild.spring,
      visibuild.testing;
  exports visibuild.jcache;
  exports visibuild.micrometer;
  exports visibuild.webhook;
}
