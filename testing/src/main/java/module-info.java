/**
 * Visibuild in the user's own JVM, for tests: the sandbox and its JUnit 5 extension.
 *
 * @since 0.1
 */
// JUnit is wanted only where its extension is used: see the POM. Required transitively it would be
// wanted wherever a module that uses the sandbox is compiled.
module visibuild.testing {
  requires transitive visibuild.runtime;
  requires static transitive org.jspecify;
  requires static org.junit.jupiter.api;
  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.datatype.jsr310;
  requires mockwebserver3;

  exports visibuild.testing;

  // Jackson writes the records of these packages as JSON.
  opens visibuild.testing.api to
      com.fasterxml.jackson.databind;
  opens visibuild.testing.data to
      com.fasterxml.jackson.databind;
  opens visibuild.testing.storage to
      com.fasterxml.jackson.databind;
}
