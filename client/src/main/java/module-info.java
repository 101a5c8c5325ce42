/**
 * The documented Visibuild API as ready-made interfaces, records and clients.
 *
 * @since 0.1
 */
// Caffeine has no module descriptor; its name is reserved in its manifest.
@SuppressWarnings("requires-automatic")
module visibuild.client {
  requires transitive visibuild.runtime;
  requires static transitive org.jspecify;
  requires static com.github.benmanes.caffeine;

  exports visibuild.client;

  // Jackson reads and writes the records.
  opens visibuild.client to
      com.fasterxml.jackson.databind;
}
