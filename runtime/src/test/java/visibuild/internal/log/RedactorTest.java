package visibuild.internal.log;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Random;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.internal.error.TokenRedactor;

/** The texts that the HTTP log removes, and the texts that it keeps. */
@Tag("slow")
class RedactorTest {
  private static final TokenRedactor NO_TOKENS =
      TokenRedactor.of(
          new Response.Builder()
              .request(new Request.Builder().url("https://example.com").build())
              .protocol(Protocol.HTTP_1_1)
              .code(200)
              .message("OK")
              .build());
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"title\":\"Crack\"} | {\"title\":\"Crack\"}",
        "{\"a\" : [1, 2.5, true, null, {}, []], \"b\":\"x\"} | {\"a\":[1,2.5,true,null,{},[]],\"b\":\"x\"}",
        "{\"secret\":\"s\",\"id\":1} | {\"secret\":[redacted],\"id\":1}",
        "{\"secret\" : \"a\\\"b\",\"id\":1} | {\"secret\":[redacted],\"id\":1}",
        "{\"clientSecret\":\"s\"} | {\"clientSecret\":[redacted]}",
        "{\"access_token\":\"s | {\"access_token\":[redacted]...",
        "{\"access_token\":\"s\\ | {\"access_token\":[redacted]...",
        "{\"x-amz-security-token\":\"s\"} | {\"x-amz-security-token\":[redacted]}",
        "{\"apiKey\":17} | {\"apiKey\":[redacted]}",
        "{\"secrets\":[\"a\",\"b\"],\"c\":1} | {\"secrets\":[redacted],\"c\":1}",
        "{\"credentials\":{\"a\":\"b\"},\"c\":1} | {\"credentials\":[redacted],\"c\":1}",
        "{\"token\":{\"a\":{\"b\":1},\"value\":\"LEAK\"},\"c\":1} | {\"token\":[redacted],\"c\":1}",
        "{\"token\":[[{\"a\":[1]}],\"LEAK\"],\"c\":1} | {\"token\":[redacted],\"c\":1}",
        "{\"password\":[\"a | {\"password\":[redacted]...",
        "{\"url\":\"https://s.example/k?sig=1&x=2\"} | {\"url\":\"https://s.example/k?[redacted]\"}",
        "{\"url\":\"https:\\/\\/s.example\\/k?sig=1\"} | {\"url\":\"https://s.example/k?[redacted]\"}",
        "{\"url\":\"https://s.example/k?a=1\\u0026sig=1\"} | {\"url\":\"https://s.example/k?[redacted]\"}",
        "{\"url\":\"https://u:LEAK@h/x\"} | {\"url\":\"https://[redacted]@h/x\"}",
        "{\"url\":\"https://u:LE@AK@h/x\"} | {\"url\":\"https://[redacted]@h/x\"}",
        "{\"next\":\"/cb?code=LEAK&state=LEAK\"} | {\"next\":\"/cb?code=[redacted]&state=[redacted]\"}",
        "{\"next\":\"https%3A%2F%2Fu:LEAK%40h\"} | {\"next\":\"https%3A%2F%2F[redacted]\"}",
        "{\"form\":\"client_secret=LEAK&scope=read\"} | {\"form\":\"client_secret=[redacted]&scope=[redacted]\"}",
        "{\"formula\":\"a=b\"} | {\"formula\":\"a=b\"}",
        "{\"text\":\"sent Bearer abcdefghijklmnop\"} | {\"text\":\"sent [redacted]\"}",
        "{\"json\":\"{\\\"token\\\":\\\"LEAK\\\"}\"} | {\"json\":\"{\\\"token\\\":[redacted]}\"}",
        "{\"text\":\"a\\r\\nFAKE\\u001b[31m\\u202e\"} | {\"text\":\"a FAKE [31m\"}",
        "{\"a\\nb\":1} | {\"a b\":1}",
        "{\"note\":\"log in with password=LEAK\"} | {\"note\":\"log in with password=[redacted]\"}",
        "{\"note\":\"Password: LEAK LEAK\"} | {\"note\":\"Password: [redacted]\"}",
        "{\"note\":\"due: 10:30, a=b\"} | {\"note\":\"due: 10:30, a=b\"}",
        "{\"sent\":[\"X-Api-Key: LEAK\",\"Cookie: a=LEAK; b=LEAK\"]} | {\"sent\":[\"X-Api-Key: [redacted]\",\"Cookie: [redacted]\"]}",
        "{\"text\":\"failed: {\\\"token\\\":\\\"LEAK\\\",\\\"a\\\":1}\"} | {\"text\":\"failed: {\\\"token\\\":[redacted],\\\"a\\\":1}\"}",
        "{\"text\":\"failed [{\\\"secrets\\\":[\\\"LEAK\\\",\\\"LEAK\\\"]}] LEAK\"} | {\"text\":\"failed [{\\\"secrets\\\":[redacted]}]...\"}",
        "{\"text\":\"failed: token=[LEAK, LEAK]\"} | {\"text\":\"failed: token=[redacted]]\"}",
        "{\"text\":\"set tokens: [LEAK, LEAK]\"} | {\"text\":\"set tokens: [redacted]\"}",
        "{\"text\":\"see [1] and {a}: 5\"} | {\"text\":\"see [1] and {a}: 5\"}",
        "{\"text\":\"eyJ0b2tlbiI6/LEAK+LEAK==\"} | {\"text\":\"[redacted]\"}",
        "[{\"name\":\"apiKey\",\"value\":\"LEAK\"}] | [{\"name\":\"apiKey\",\"value\":[redacted]}]",
        "[{\"value\":{\"x\":\"LEAK\"},\"key\":\"Set-Cookie\"}] | [{\"value\":[redacted],\"key\":\"Set-Cookie\"}]",
        "[{\"name\":\"colour\",\"value\":\"red\"}] | [{\"name\":\"colour\",\"value\":\"red\"}]",
        "[{\"name\":\"otp\",\"a\":{\"value\":1},\"Value\":\"LEAK\"}] | [{\"name\":\"otp\",\"a\":{\"value\":1},\"Value\":[redacted]}]",
        "[{\"value\":\"LEAK\",\"na | [{\"value\":[redacted]...",
        "{\"token\":{\"a\":{}},\"b\":[{\"name\":\"apiKey\",\"value\":\"LEAK\"}]} | {\"token\":[redacted],\"b\":[{\"name\":\"apiKey\",\"value\":[redacted]}]}",
        "[[\"token\",\"LEAK\"],[\"a\",\"b\"]] | [[\"token\",[redacted]],[\"a\",\"b\"]]",
        "[[\"token\"],\"a\",{\"b\":1}] | [[\"token\"],\"a\",{\"b\":1}]",
        "{\"xml\":\"<a><Password x='1'>LEAK</Password><b>c</b></a>\"} | {\"xml\":\"<a><Password x='1'>[redacted]</Password><b>c</b></a>\"}",
        "{\"text\":\"note: hello, password: LEAK\"} | {\"text\":\"note: hello, password: [redacted]\"}",
        "{\"text\":\"a: [x], password: LEAK\"} | {\"text\":\"a: [x], password: [redacted]\"}",
        "{\"text\":\"x password = LEAK, due => 5\"} | {\"text\":\"x password = [redacted] due => 5\"}",
        "{\"text\":\"password='LEAK LEAK' x\"} | {\"text\":\"password=[redacted]' x\"}",
        "{\"text\":\"set pwd->LEAK and token := LEAK\"} | {\"text\":\"set pwd->[redacted] and token :[redacted]\"}",
        "{\"xml\":\"<password><![CDATA[LEAK]]></password>\"} | {\"xml\":\"<password>[redacted]></password>\"}",
        "{\"type\":\"password\",\"value\":\"LEAK\"} | {\"type\":\"password\",\"value\":[redacted]}",
        "{\"fieldName\":\"password\",\"fieldValue\":\"LEAK\"} | {\"fieldName\":\"password\",\"fieldValue\":[redacted]}",
        "{\"a\":\"b\"} LEAK | {\"a\":\"b\"}...",
        "[\"a | [\"a...",
        "[\"https://u:LEAK@h/x?sig=LEAK | [\"https://[redacted]@h/x?[redacted]...",
        "[\"{\\\"token\\\":\\\"LEAK | [\"[redacted]...",
      })
  void json_isWrittenOnOneLineWithoutSecrets(String body, String logged) {
    assertThat(redact(body).orElse("")).isEqualTo(logged);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pwd",
        "jwt",
        "passphrase",
        "sessionId",
        "session_id",
        "X-Auth",
        "refreshToken",
        "PASSWD",
        "signatures",
        "sig",
        "privateKey",
        "private_key",
        "Client-Secret",
        "id_token",
        "otp",
        "pin",
        "ＴＯＫＥＮ",
        "set-cookie",
        "userPin",
        "authorisation",
        "mfaCode",
        "to\u200Bken",
        "WWW-Authenticate",
        "Proxy-Authorization",
        "X-Api-Key",
        "master_key",
        "API KEY",
        "creds",
        "PHPSESSID",
        "userpass",
        "db_pass",
        "subscription-key",
        "consumerKey",
        "appKey",
        "deviceCode",
        "authcode",
        "securityAnswer",
        "magicLink",
        "connectionString",
        "Passwort",
        "contraseña",
        "pässword",
        "mot_de_passe"
      })
  void secretName_hidesItsValueAtAnyDepth(String name) throws Exception {
    String inner = JSON.writeValueAsString(JSON.createObjectNode().put("v", "LEAK"));
    String body = "{\"a\":[{%s:%s}]}".formatted(JSON.writeValueAsString(name), inner);

    assertThat(redact(body).orElseThrow()).doesNotContain("LEAK");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title",
        "id",
        "attachmentKeys",
        "shipping",
        "passenger",
        "design",
        "opinion",
        "statusCode",
        "projectKey",
        "zipCode",
        "storageUrl",
        "sender"
      })
  void harmlessName_showsItsValue(String name) {
    assertThat(redact("{\"%s\":\"shown\"}".formatted(name)).orElseThrow()).contains("shown");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "LEAK", "<html>LEAK</html>", "client_secret=LEAK", "\u0000LEAK"})
  void otherThanJson_isNotShown(String body) {
    assertThat(redact(body).orElse("")).doesNotContain("LEAK");
  }

  @Test
  void otherEncodingThanUtf8_neverShowsATruncatedText() {
    byte[] body = "{\"token\":\"LEAK\",\"a\":\"b".getBytes(UTF_16BE);

    assertThat(JsonRedactor.redact(body, body.length, NO_TOKENS, true).orElse(""))
        .doesNotContain("LEAK")
        .doesNotContain("\u0000");
  }

  /** Random documents with secrets at random depths, cut at every place. */
  @Test
  void randomDocument_cutAnywhere_neverShowsASecret() throws Exception {
    Random random = new Random(4711);
    for (int i = 0; i < 200; i++) {
      byte[] body = JSON.writeValueAsBytes(document(random, 5));
      for (int length = 0; length <= body.length; length++) {
        String logged = JsonRedactor.redact(body, length, NO_TOKENS, true).orElse("");
        assertThat(logged).doesNotContain("LE");
      }
    }
  }

  private static ObjectNode document(Random random, int depth) {
    ObjectNode node = JSON.createObjectNode();
    node.put("title", "harmless");
    switch (depth == 0 ? 4 : random.nextInt(6)) {
      case 0 -> node.putObject("token").put("x", 1).set("y", document(random, depth - 1));
      case 1 -> node.putArray("secrets").add("LEAK").add(document(random, depth - 1));
      case 2 -> node.set("child", document(random, depth - 1));
      case 3 -> node.putArray("list").add(document(random, depth - 1)).add(1);
      case 4 -> node.put("callback", "https://user:LEAK@h/x?code=LEAK");
      default -> node.put("text", "{\"pwd\":\"LEAK\",\"a\":" + random.nextInt() + "}");
    }
    ArrayNode tail = node.putArray("tail");
    tail.addObject().put("sessionId", "LEAK").put("n", random.nextInt());
    return node;
  }

  @ParameterizedTest
  @CsvSource({
    "a=1,a=1",
    "token=x,token=[redacted]",
    "a=1&api_key=x&b=2,a=1&api_key=[redacted]&b=2",
    "pageSize=2&next=c1,pageSize=2&next=c1",
    "code=LEAK&sig=LEAK,code=[redacted]&sig=[redacted]",
    "%74oken=LEAK,%74oken=[redacted]",
    "%zz=LEAK,%zz=[redacted]",
    "X-Amz-Signature=LEAK,X-Amz-Signature=[redacted]",
    "user[password]=LEAK,user[password]=[redacted]",
    "filter=%7B%22token%22%3A%22LEAK%22%7D,filter=[redacted]",
    "back=%2Fcb%3Fcode%3DLEAK,back=[redacted]",
    "q=Bearer%20abcdefLEAKabcdef,q=[redacted]",
    "q=50%25%20done,q=50%25%20done",
    "a=1;token=LEAK,a=[redacted]",
    "q=%7B%22a%22%3A%5B%7B%22pwd%22%3A%22LEAK%22%7D%5D%7D,q=[redacted]",
    "back=https://u:LEAK@h/,back=[redacted]",
    "back=https://h/?x=LEAK,back=[redacted]",
    "q=a%2526token%253DLEAK,q=[redacted]",
    "q=%25252525252525252541,q=[redacted]",
    "updatedSince=2027-03-01T08:00:00Z,updatedSince=2027-03-01T08:00:00Z",
    "q=a+b,q=a+b",
  })
  void query_hidesSecretParameters(String query, String logged) {
    assertThat(Redactor.query(query)).isEqualTo(logged);
  }

  private static Optional<String> redact(String body) {
    byte[] bytes = body.getBytes(UTF_8);
    return JsonRedactor.redact(bytes, bytes.length, NO_TOKENS, false);
  }
}
