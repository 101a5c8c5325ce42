package visibuild.internal.auth.grant;

import java.util.Set;
import okhttp3.Headers;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import visibuild.internal.base.Secret;
import visibuild.internal.base.SecretSpellings;

/** Finds a secret in what the token endpoint writes, before a message or an event quotes it. */
final class SecretEcho {
  /** A shorter secret may be part of an honest text by chance. */
  private static final int MIN_SECRET_LENGTH = 8;

  private SecretEcho() {}

  /** Returns whether {@code text}, or one of its {@code words}, repeats {@code secret}. */
  static boolean isIn(String text, Set<String> words, Secret secret) {
    int length = secret.reveal().length();
    // No spelling is shorter than the secret, so a usual scope is compared with none.
    return text.length() >= length && repeats(text, words, secret, length >= MIN_SECRET_LENGTH);
  }

  private static boolean repeats(String text, Set<String> words, Secret secret, boolean isLong) {
    return SecretSpellings.of(secret.reveal()).stream()
        .anyMatch(each -> words.contains(each) || (isLong && text.contains(each)));
  }

  /** Returns {@code response} without the headers that repeat {@code secret}. */
  static Response withoutEcho(Response response, Secret secret) {
    Headers.Builder shown = response.headers().newBuilder();
    for (String name : response.headers().names()) {
      if (response.headers(name).stream().anyMatch(value -> withheld(value, secret) == null)) {
        shown.removeAll(name);
      }
    }
    return response.newBuilder().headers(shown.build()).build();
  }

  /** Returns {@code text}, or null if it repeats {@code secret}. */
  static @Nullable String withheld(@Nullable String text, Secret secret) {
    return text == null || isIn(text, Set.of(text), secret) ? null : text;
  }
}
