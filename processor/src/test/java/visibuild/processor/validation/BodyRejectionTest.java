package visibuild.processor.validation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import visibuild.processor.testing.Rejection;

class BodyRejectionTest {
  @Test
  void aBodyOnGetIsRefused() throws Exception {
    Rejection.ofMember("@GET(\"x\") String get(▸@Body String a);")
        .is(
            Rule.UNEXPECTED_BODY,
            "Api.get has @Body, but GET has no body.",
            "Use @Query, or a verb with a body, such as @POST.");
  }

  @Test
  void aBodyOnDeleteIsRefused() throws Exception {
    writing("@DELETE(\"x\") void send(▸@Body String a);")
        .is(
            Rule.UNEXPECTED_BODY,
            "Api.send has @Body, but DELETE has no body.",
            "Use @Query; or, if the API requires a body, write @HTTP(method = \"DELETE\", path = \"x\", hasBody = true).");
  }

  @Test
  void aSecondBodyIsRefused() throws Exception {
    writing("@POST(\"x\") void send(@Body String a, ▸@Body String b);")
        .is(
            Rule.SEVERAL_BODIES,
            "Api.send has several parameters with @Body, but a request has one body.",
            "Write a record that holds them all.");
  }

  @ParameterizedTest
  @CsvSource({"@FormUrlEncoded, @Field(\"f\") String f", "@Multipart, @Part(\"f\") String f"})
  void aBodyBesideAnEncodingIsRefused(String encoding, String parameter) throws Exception {
    writing(encoding + " @POST(\"x\") void send(" + parameter + ", ▸@Body String a);")
        .is(
            Rule.BODY_BESIDE_ENCODING,
            "Api.send has @Body, but " + encoding + " says how its body is put together.",
            "Take " + encoding + " out to send JSON, or @Body to send its content.");
  }

  @Test
  void twoEncodingsAreRefused() throws Exception {
    writing("@FormUrlEncoded ▸@Multipart @POST(\"x\") void send(@Part(\"a\") String a);")
        .is(
            Rule.SEVERAL_ENCODINGS,
            "Api.send sends a form and a multipart body at once.",
            "Keep @FormUrlEncoded for short texts, or @Multipart for files.");
  }

  @ParameterizedTest
  @CsvSource({"@FormUrlEncoded, @Field(\"f\") String f", "@Multipart, @Part(\"f\") String f"})
  void anEncodingOfAVerbWithoutBodyIsRefused(String encoding, String parameter) throws Exception {
    Rejection.ofMember("▸" + encoding + " @GET(\"x\") String get(" + parameter + ");")
        .is(
            Rule.UNEXPECTED_ENCODING,
            "Api.get has " + encoding + ", but GET has no body to encode.",
            "Take it out and use @Query, or use a verb with a body, such as @POST.");
  }

  @ParameterizedTest
  @CsvSource({"@FormUrlEncoded, @Field", "@Multipart, @Part"})
  void anEncodingOfNothingIsRefused(String encoding, String content) throws Exception {
    writing("▸" + encoding + " @POST(\"x\") void send();")
        .is(
            Rule.EMPTY_ENCODING,
            "Api.send has " + encoding + ", but no parameter with " + content + ".",
            "Add one, such as "
                + content
                + "(\"title\") String title, or take "
                + encoding
                + " out.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"@Field(\"a\") String | @Field", "@FieldMap Map<String, String> | @FieldMap"})
  void aFieldOutsideAFormIsRefused(String parameter, String label) throws Exception {
    writing("@POST(\"x\") void send(▸" + parameter + " a);")
        .is(
            Rule.FIELD_OUTSIDE_FORM,
            label + " is for a form, but Api.send sends none.",
            "Add @FormUrlEncoded to the method, or send JSON: one record, with @Body.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"@Part(\"a\") String | @Part", "@PartMap Map<String, String> | @PartMap"})
  void aPartOutsideAMultipartBodyIsRefused(String parameter, String label) throws Exception {
    writing("@POST(\"x\") void send(▸" + parameter + " a);")
        .is(
            Rule.PART_OUTSIDE_MULTIPART,
            label + " is for a multipart body, but Api.send sends none.",
            "Add @Multipart to the method.");
  }

  @Test
  void aFieldInAMultipartBodyGetsASuggestion() throws Exception {
    writing("@Multipart @POST(\"x\") void send(@Part(\"a\") String a, ▸@Field(\"b\") String b);")
        .is(
            Rule.FIELD_OUTSIDE_FORM,
            "@Field is for a form, but Api.send sends none.",
            "Did you mean @Part(\"b\")?");
  }

  @Test
  void aPartInAFormGetsASuggestion() throws Exception {
    writing(
            "@FormUrlEncoded @POST(\"x\") void send(@Field(\"a\") String a, ▸@Part(\"b\") String b);")
        .is(
            Rule.PART_OUTSIDE_MULTIPART,
            "@Part is for a multipart body, but Api.send sends none.",
            "Did you mean @Field(\"b\")?");
  }

  @Test
  void aPartWithoutANameIsRefused() throws Exception {
    writing("@Multipart @POST(\"x\") void send(▸@Part okhttp3.RequestBody photo);")
        .is(
            Rule.PART_NAME,
            "The part photo of Api.send has no name.",
            "Write @Part(\"photo\"), or take a MultipartBody.Part, which has a name of its own.");
  }

  @ParameterizedTest
  @CsvSource({
    "okhttp3.MultipartBody.Part",
    "List<okhttp3.MultipartBody.Part>",
    "okhttp3.MultipartBody.Part[]"
  })
  void aPartWithTwoNamesIsRefused(String type) throws Exception {
    writing("@Multipart @POST(\"x\") void send(@Part(▸\"a\") " + type + " photo);")
        .is(
            Rule.PART_NAME,
            "The part photo of Api.send is named twice: by @Part(\"a\") and in its MultipartBody.Part.",
            "Write @Part without a name.");
  }

  @Test
  void aNameThatAPartsHeaderCannotCarryIsRefused() throws Exception {
    writing("@Multipart @POST(\"x\") void send(@Part(▸\"größe\") String size);")
        .is(
            Rule.MALFORMED_PART,
            "\"größe\" of a part of Api.send has the character ö, which a part's header cannot have.",
            "Use ASCII letters, digits and punctuation only.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "class Model { private String a; }",
        "class Model { public String a() { return null; } String getB() { return null; } }",
        "class Model { public static String a; public transient String b; }",
        "interface Model {}"
      })
  void aBodyOfWhichNothingWouldBeWrittenIsRefused(String model) throws Exception {
    Rejection.of(
            model
                + "\n@VisibuildApi(scope = Scope.READ_WRITE)\ninterface Api { @POST(\"x\") void send(@Body Model ▸model); }")
        .is(
            Rule.LOSSY_BODY,
            "The parameter model of Api.send is written as JSON, but Jackson finds nothing to write in Model: no public getter and no public field.",
            "Make it a record, add getters, or add Jackson's annotations to its members.");
  }

  private static Rejection writing(String member) throws Exception {
    return Rejection.of(
        "@VisibuildApi(scope = Scope.READ_WRITE)\ninterface Api {\n" + member + "\n}\n");
  }
}
