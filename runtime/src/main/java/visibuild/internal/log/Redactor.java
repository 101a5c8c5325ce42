package visibuild.internal.log;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import visibuild.internal.base.TextSanitizer;
import visibuild.internal.error.TokenRedactor;

/**
 * Removes secrets from the texts of a log. {@link JsonRedactor} does so for JSON.
 *
 * <p>Each pattern matches in time linear in the length of the text: the characters that an attempt
 * reads are part of its match, or bounded in number.
 */
final class Redactor {
  static final String MARK = "[redacted]";

  private static final int MAX_CHARS = 8 * 1024;

  /** A value that is encoded more often is hidden. */
  private static final int MAX_ENCODINGS = 4;

  private static final String REPLACEMENT = Matcher.quoteReplacement(MARK);

  /** The user name and password of a URL (RFC 3986, section 3.2.1). */
  private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/\\s?#]*@");

  /** A URL with its query or fragment, which may be a signature. */
  private static final Pattern URL_QUERY = Pattern.compile("(://[^\\s?#]*+)(?:([?#])\\S*)?");

  /** The same where the URL is percent-encoded. */
  private static final Pattern ENCODED_URL =
      Pattern.compile("(%3[aA]%2[fF]%2[fF])\\S*", Pattern.CASE_INSENSITIVE);

  /** A parameter of a relative URL or a form, or an assignment within a sentence. */
  private static final Pattern PARAMETER =
      Pattern.compile(
          "(^|[?&#;\\s,\"'({])([^\\s=&?#;,\"'({]{1,100})(\\s{0,3}(?:=>|->|=)\\s{0,3}+)"
              + "(?:\\[[^\\]\r\n]*+|\"[^\"\r\n]*+|'[^'\r\n]*+|[^\\s&#;]*+)");

  /** A name and a colon within a sentence, such as those of a header or a piece of JSON. */
  private static final Pattern LABEL =
      Pattern.compile(
          "([\\p{L}\\p{N}][\\p{L}\\p{N}_.-]{0,60})[\"'\\\\]{0,4}\\s{0,3}:[\\s\"'\\\\]{0,8}+"
              + "(?!\\[redacted])");

  /** The value after a {@link #LABEL}. */
  private static final Pattern LABELLED_VALUE =
      Pattern.compile("\\[[^\\r\\n]*|[^}\\r\\n\"'\\\\][^\"'\\\\}\\r\\n]*");

  /** The text of an XML element. */
  private static final Pattern ELEMENT =
      Pattern.compile(
          "<([\\p{L}_][\\p{L}\\p{N}_.:-]{0,100})(?:\\s[^<>]{0,500})?>((?:<!\\[CDATA\\[)?[^<>]+)");

  /** Credentials that are recognized by their form: an Authorization value, a JWT, a PEM block. */
  private static final Pattern CREDENTIAL =
      Pattern.compile(
          "(?i:\\b(?:bearer|basic)\\s+)[\\w.~+/=-]{12,}|\\beyJ[\\w.+/=-]{12,}"
              + "|-----BEGIN[^-]*-----[^-]*");

  /** The possible start of a credential at the end of a cut text. */
  private static final Pattern CUT_CREDENTIAL =
      Pattern.compile(
          "(?<=://)[^/\\s?#]*$|(?i:\\b(?:bearer|basic)\\s+)\\S*$|\\beyJ[\\w.+/=-]{0,12}$"
              + "|-----BEGIN[^-]*$");

  private Redactor() {}

  /**
   * Returns the query of a request to Visibuild with the values of secret parameters removed.
   *
   * @param query the encoded query
   */
  static String query(String query) {
    List<String> parameters = new ArrayList<>();
    for (String parameter : query.split("&", -1)) {
      int end = parameter.indexOf('=');
      boolean secret = end >= 0 && isSecretParameter(parameter.substring(0, end));
      String shown =
          CREDENTIAL
              .matcher(ENCODED_URL.matcher(parameter).replaceAll("$1" + REPLACEMENT))
              .replaceAll(REPLACEMENT);
      parameters.add(
          secret || (shown.equals(parameter) && hidesSecret(parameter.substring(end + 1)))
              ? parameter.substring(0, end + 1) + MARK
              : shown);
    }
    return TextSanitizer.clean(String.join("&", parameters), MAX_CHARS);
  }

  /**
   * Returns whether a value holds a secret when it is decoded, such as a filter in JSON. A URL
   * within a URL may be encoded several times.
   */
  private static boolean hidesSecret(String encodedValue) {
    String value = encodedValue;
    for (int i = 0; i <= MAX_ENCODINGS; i++) {
      if (!withoutCredentials(value).equals(value)) {
        return true;
      }
      String decoded;
      try {
        decoded = URLDecoder.decode(value, StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        // Only the value as it was sent has to be encoded.
        return i == 0;
      }
      if (decoded.equals(value)) {
        return false;
      }
      value = decoded;
    }
    return true;
  }

  private static boolean isSecretParameter(String encodedName) {
    try {
      return SecretNames.isSecretParameter(URLDecoder.decode(encodedName, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      // Not percent-encoded text, so the name is not known.
      return true;
    }
  }

  /**
   * Returns {@code text} on one line, without tokens, credentials, and the user info and query
   * values of URLs.
   *
   * @param tokens removes the tokens of the request
   * @param isTruncated whether the text was cut, perhaps within a token
   */
  static String text(String text, TokenRedactor tokens, boolean isTruncated) {
    String rest = isTruncated ? tokens.redactTruncated(text) : tokens.redact(text);
    if (isTruncated) {
      rest = CUT_CREDENTIAL.matcher(rest).replaceAll(REPLACEMENT);
    }
    return TextSanitizer.clean(withoutCredentials(rest), MAX_CHARS);
  }

  private static String withoutCredentials(String text) {
    String rest = text;
    if (rest.indexOf('/') >= 0 || rest.indexOf('%') >= 0) {
      rest = USER_INFO.matcher(rest).replaceAll(REPLACEMENT + "@");
      rest = URL_QUERY.matcher(rest).replaceAll(Redactor::url);
      rest = ENCODED_URL.matcher(rest).replaceAll("$1" + REPLACEMENT);
    }
    if (rest.indexOf('<') >= 0) {
      rest = ELEMENT.matcher(rest).replaceAll(Redactor::element);
    }
    if (rest.indexOf('=') >= 0) {
      rest = PARAMETER.matcher(rest).replaceAll(Redactor::parameter);
    }
    if (rest.indexOf(':') >= 0) {
      rest = withoutLabelledSecrets(rest);
    }
    return CREDENTIAL.matcher(rest).replaceAll(REPLACEMENT);
  }

  /** A label that names no secret is passed alone, since its value may hold another label. */
  private static String withoutLabelledSecrets(String text) {
    Matcher label = LABEL.matcher(text);
    Matcher value = LABELLED_VALUE.matcher(text);
    StringBuilder rest = new StringBuilder();
    int end = 0;
    for (int from = 0; label.find(from); from = Math.max(label.end(), end)) {
      if (SecretNames.isSecret(label.group(1))
          && value.region(label.end(), text.length()).lookingAt()) {
        rest.append(text, end, label.end()).append(MARK);
        end = value.end();
      }
    }
    return rest.append(text, end, text.length()).toString();
  }

  private static String element(MatchResult found) {
    String whole = found.group();
    return Matcher.quoteReplacement(
        SecretNames.isSecret(found.group(1))
            ? whole.substring(0, whole.length() - found.group(2).length()) + MARK
            : whole);
  }

  private static String url(MatchResult found) {
    @Nullable String delimiter = found.group(2);
    return Matcher.quoteReplacement(
        delimiter == null ? found.group() : found.group(1) + delimiter + MARK);
  }

  /**
   * Treats the first word of a text as a parameter only for a known name, since a title may be
   * "a=b".
   */
  private static String parameter(MatchResult found) {
    String delimiter = found.group(1);
    boolean isOfUrl = !delimiter.isEmpty() && "?&#;".contains(delimiter);
    boolean isSecret =
        isOfUrl
            || (delimiter.isEmpty()
                ? isSecretParameter(found.group(2))
                : SecretNames.isSecret(found.group(2)));
    return Matcher.quoteReplacement(
        isSecret ? found.group(1) + found.group(2) + found.group(3) + MARK : found.group());
  }
}
