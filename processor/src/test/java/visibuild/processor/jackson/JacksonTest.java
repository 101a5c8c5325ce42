package visibuild.processor.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import visibuild.Visibuild;
import visibuild.processor.VisibuildProcessor;
import visibuild.processor.testing.CompiledClasses;
import visibuild.processor.testing.Compiling;

/** The processor refuses exactly the types that Jackson cannot read or write. */
@Tag("slow")
class JacksonTest {
  /** A class {@code Model}, and the JSON that a reader would expect it to be made of. */
  private static final List<String> READ =
      lines(
          """
          record Model(String a) {} : {"a":"x"}
          record Model() {} : {}
          record Model(String a, String b) { Model(String a) { this(a, ""); } } : {"a":"x"}
          enum Model { X } : "X"
          class Model { public String a; } : {"a":"x"}
          class Model { private Model() {} public String a; } : {"a":"x"}
          class Model { Model(String a) {} } : "x"
          class Model { private Model(long a) {} } : 1
          class Model { Model(CharSequence a) {} } : "x"
          class Model { Model(boolean a) {} } : true
          class Model { Model(java.math.BigDecimal a) {} } : 1.5
          class Model { Model(Object a) {} } : "x"
          class Model { Model(float a) {} } : 1
          class Model { Model(List<String> a) {} } : ["x"]
          class Model { Model(Instant a) {} } : "2026-03-02T09:00:00Z"
          class Model { Model(String a, String b) {} } : {"a":"x","b":"y"}
          class Model { Model(String a, String b) {} Model(String a, int b) {} } : {"a":"x"}
          class Model { Model(int a, int b) {} static Model valueOf(String a) { return new Model(1, 2); } } : "x"
          class Model { Model(int a, int b) {} static Model valueOf(int a) { return new Model(1, 2); } } : 1
          class Model { Model(int a, int b) {} static Model fromString(String a) { return new Model(1, 2); } } : "x"
          class Model { Model(int a, int b) {} static Model of(String a) { return new Model(1, 2); } } : "x"
          class Model { @JsonCreator Model(@JsonProperty("a") String a, @JsonProperty("b") int b) {} } : {"a":"x","b":1}
          class Model { @ConstructorProperties({"a", "b"}) Model(String a, int b) {} } : {"a":"x","b":1}
          class Model { Model(int a, int b) {} @JsonCreator static Model of(String a) { return new Model(1, 2); } } : "x"
          @JsonDeserialize(builder = Model.Builder.class) class Model { private Model(Builder b) {} static class Builder { public Builder withA(String a) { return this; } public Model build() { return new Model(this); } } } : {"a":"x"}
          class Model { private Model(Builder b) {} static class Builder { public Model build() { return new Model(this); } } } : {}
          interface Model {} : {}
          interface Model { String getA(); } : {"a":"x"}
          @JsonDeserialize(as = Some.class) interface Model {} record Some() implements Model {} : {}
          @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, defaultImpl = Some.class) interface Model {} record Some() implements Model {} : {}
          abstract class Model {} : {}
          record Model(A a) {} interface A {} : {"a":{}}
          record Model(@JsonDeserialize(as = B.class) A a) {} interface A {} record B() implements A {} : {"a":{}}
          record Model(A a) {} @JsonDeserialize(as = B.class) interface A {} record B() implements A {} : {"a":{}}
          record Model(List<A[]> a) {} abstract class A {} : {"a":[[{}]]}
          enum Model { X; public final Supplier<String> a = () -> ""; } : "X"
          record Model(A a) {} enum A { X; public Runnable b; } : {"a":"X"}
          class Model { public final Supplier<String> a; Model(String b) { a = () -> b; } } : "x"
          class Model { public final Supplier<String> a = null; private Model(int a, int b) {} static Model valueOf(String a) { return new Model(1, 2); } } : "x"
          record Model(Supplier<String> a) { static Model valueOf(String a) { return new Model(() -> a); } } : "x"
          record Model(Supplier<String> a) { static Model fromString(String a) { return new Model(() -> a); } } : "x"
          record Model(Supplier<String> a) { Model(String b) { this(() -> b); } } : "x"
          interface Model { static Model valueOf(String a) { return new Model() {}; } } : "x"
          interface Model { static Model valueOf(int a) { return new Model() {}; } } : 1
          interface Model { static Model fromString(String a) { return new Model() {}; } } : "x"
          interface Model { static Model of(String a) { return new Model() {}; } } : "x"
          abstract class Model { static Model valueOf(String a) { return new Model() {}; } } : "x"
          abstract class Model { Model(String a) {} } : "x"
          record Model(A a) {} abstract class A { static A fromString(String a) { return new A() {}; } } : {"a":"x"}
          record Model(Map<A, String> a) {} interface A { static A valueOf(String a) { return new A() {}; } } : {"a":{"x":"y"}}
          record Model(String a, Id<A> b) {} interface A {} record Id<T>(String x) {} : {"a":"x","b":{"x":"y"}}
          class Model { public A a; public void setA(String a) {} } interface A {} : {"a":"x"}
          class Model { private A a; static void setA(A a) {} } interface A {} : {"a":"x"}
          class Model extends A<String> {} class A<T> { public T a; } : {"a":"x"}
          class Model { public String b; public Runnable a; } : {"b":"x"}
          class Model { public String b; private Runnable a; public void setA(Runnable a) {} } : {"b":"x"}
          class Model { public String b; public List<Runnable> a; } : {"b":"x"}
          class Model { public R a; } record R(Runnable b) {} : {"a":{"b":"x"}}
          class Model { Model(String... a) {} } : ["x"]
          class Model { Model(Integer a) {} } : 1
          class Model { Model(short a) {} } : 1
          class Model { Model(char a) {} } : "x"
          class Model { Model(Map<String, Object> a) {} } : {"a":"x"}
          class Model { Model(com.fasterxml.jackson.databind.JsonNode a) {} } : {"a":"x"}
          class Model { Model(Model other) {} } : {"a":"x"}
          record Model(Map<Object, String> a, Map<Long, String> b, Map<Locale, String> c) {} : {"a":{"x":"y"},"b":{"1":"x"},"c":{"de":"x"}}
          record Model(Map<Instant, String> a, Map<LocalDate, String> b, Map<Date, String> c) {} : {}
          record Model(EnumMap<A, String> a, EnumSet<A> b) {} enum A { X } : {"a":{"X":"y"},"b":["X"]}
          record Model(Locale a, Currency b, ZoneId c, java.net.URI d, java.net.URL e, Duration f, OffsetDateTime g) {} : {}
          record Model(AtomicLong a, AtomicBoolean b, BitSet c, TimeZone d, byte[] e, char[] f, int[][] g, Deque<String> h) {} : {}
          record Model(NavigableMap<String, String> a, SortedSet<String> b, Calendar c, Class<?> d, java.util.regex.Pattern e) {} : {}
          record Model(com.fasterxml.jackson.databind.node.ObjectNode a, com.fasterxml.jackson.databind.JsonNode b, Map.Entry<String, String> c) {} : {"a":{},"b":1,"c":{"x":"y"}}
          record Model(Map<String, ?> a, List<?> b, Collection<? extends Number> c) {} : {"a":{"x":1},"b":[1],"c":[1]}
          record Model(A a) {} class A { A(int a, int b) {} } : {"a":{}}
          record Model(A a) {} class A { class B {} public B b; } : {"a":{"b":{}}}
          class Model { public A a; } interface A {} : {"a":{}}
          class Model { private A a; public void setA(A a) {} } interface A {} : {"a":{}}
          class Model { private A a; void unused() {} } interface A {} : {"a":{}}
          class Model { private String a; } : {"a":"x"}
          class Model { private String a; public String a() { return a; } } : {"a":"x"}
          class Model { private String a; public String getA() { return a; } } : {"a":"x"}
          class Model { private final String a = null; public String getA() { return a; } } : {"a":"x"}
          class Model { private String a; private void setA(String a) { this.a = a; } } : {"a":"x"}
          class Model extends P {} class P { private String a; } : {"a":"x"}
          class Model extends P { private String a; } class P { public String b; } : {"b":"x"}
          class Model extends P { private String a; } class P { public void setB(String b) {} } : {"b":"x"}
          @JsonIgnoreProperties(ignoreUnknown = true) class Model { private String a; Model(String a, int b) {} public String getA() { return a; } } : {"a":"x"}
          @JsonInclude(JsonInclude.Include.NON_NULL) class Model { private String a; public String getA() { return a; } } : {"a":"x"}
          @JsonPropertyOrder("a") class Model { private String a; Model(String a, int b) {} } : {"a":"x"}
          class Model { @JsonProperty private String a; Model(String a, int b) {} } : {"a":"x"}
          class Model { @JsonProperty private String a; } : {"a":"x"}
          class Model { private String a; @JsonCreator Model(String a, String b) {} } : {"a":"x"}
          class Model { private String a; Model(@JsonProperty("a") String a, @JsonProperty("b") String b) {} } : {"a":"x"}
          @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY) class Model { private String a; } : {"a":"x"}
          @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY) class Model { private String a; Model(String a, int b) {} } : {"a":"x"}
          record Model(A a) {} class A { private String b; } : {"a":{"b":"x"}}
          record Model(List<A> a) {} @JsonIgnoreProperties("c") class A { private String b; A(String b, int c) {} } : {"a":[{"b":"x"}]}
          record Model(Model[] a) {} : {"a":[{"a":null}]}
          record Model(Map<A, String> a) {} record A(String a, String b) {} : {"a":{"x":"y"}}
          record Model(Map<A, String> a) {} record A(String a) {} : {"a":{"x":"y"}}
          record Model(Map<A, String> a) {} enum A { X } : {"a":{"X":"y"}}
          record Model(Map<A, String> a) {} class A { A(long a) {} } : {"a":{"1":"y"}}
          record Model(Map<A, String> a) {} class A { static A valueOf(String a) { return new A(); } } : {"a":{"x":"y"}}
          record Model(Map<A, String> a) {} record A(String a, String b) { @JsonCreator static A of(String a) { return new A(a, a); } } : {"a":{"x":"y"}}
          record Model(Map<int[], String> a) {} : {"a":{"x":"y"}}
          record Model(Map<byte[], String> a) {} : {"a":{"eA==":"y"}}
          record Model(Map<List<String>, String> a) {} : {"a":{"x":"y"}}
          record Model(Map<UUID, LocalDate> a) {} : {"a":{"00000000-0000-0000-0000-000000000001":"2026-03-02"}}
          record Model(Supplier<String> a) {} : {"a":"x"}
          record Model(Comparable<String> a) {} : {"a":"x"}
          record Model(Runnable a) {} : {"a":"x"}
          record Model(Iterator<String> a) {} : {"a":["x"]}
          record Model(Iterable<String> a) {} : {"a":["x"]}
          record Model(InputStream a) {} : {"a":"eA=="}
          record Model(CharSequence a) {} : {"a":"x"}
          record Model(Number a) {} : {"a":1}
          record Model(Object a) {} : {"a":"x"}
          record Model(Serializable a) {} : {"a":"x"}
          record Model(File a) {} : {"a":"x"}
          record Model(Queue<String> a) {} : {"a":["x"]}
          record Model(AtomicReference<String> a) {} : {"a":"x"}
          """);

  /** A class {@code Model} and one of it, which would be sent. */
  private static final List<String> WRITTEN =
      lines(
          """
          record Model(String a) {} : new Model("x")
          record Model() {} : new Model()
          enum Model { X } : Model.X
          class Model { public String a = "x"; } : new Model()
          class Model { public String getA() { return "x"; } } : new Model()
          class Model { public boolean isA() { return true; } } : new Model()
          class Model { private String a = "x"; } : new Model()
          class Model { public String a() { return "x"; } } : new Model()
          class Model { String getA() { return "x"; } } : new Model()
          class Model { public static String getA() { return "x"; } } : new Model()
          class Model { public static String a = "x"; } : new Model()
          class Model { public void getA() {} } : new Model()
          class Model { @JsonProperty private String a = "x"; } : new Model()
          @JsonIgnoreProperties(ignoreUnknown = true) class Model { private String a = "x"; } : new Model()
          @JsonInclude(JsonInclude.Include.NON_NULL) class Model { private String a = "x"; public String getA() { return a; } } : new Model()
          class Model { private String a = "x"; @JsonCreator static Model of(@JsonProperty("a") String a) { return new Model(); } } : new Model()
          class Model { @JsonValue String a() { return "x"; } } : new Model()
          class Model extends Parent {} class Parent { public String getA() { return "x"; } } : new Model()
          class Model extends ArrayList<String> {} : new Model()
          interface Model {} record Some(String a) implements Model {} : new Some("x")
          sealed interface Model permits Some { String a(); } record Some(String a) implements Model {} : new Some("x")
          abstract class Model {} record Some() {} class Other extends Model { public String a = "x"; } : new Other()
          @JsonTypeInfo(use = JsonTypeInfo.Id.NAME) interface Model {} record Some(String a) implements Model {} : new Some("x")
          @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY) class Model { private String a = "x"; } : new Model()
          class Model<T> { private T a; public T getA() { return a; } } : new Model<String>()
          class Model implements Iterable<String> { public Iterator<String> iterator() { return List.of("x").iterator(); } } : new Model()
          interface Model { String getA(); } : (Model) () -> "x"
          interface Model extends Parent {} interface Parent { String getA(); } : (Model) () -> "x"
          """);

  private static final String IMPORTS =
      "package api; import com.fasterxml.jackson.annotation.*;"
          + " import com.fasterxml.jackson.databind.annotation.*; import java.beans.*;"
          + " import java.io.*; import java.time.*; import java.util.*;"
          + " import java.util.concurrent.atomic.*; import java.util.function.*;"
          + " import retrofit2.http.*; import visibuild.*;\n";

  private final ObjectMapper mapper = Visibuild.newObjectMapper();

  @Test
  void theResponsesThatAreRefusedAreThoseThatJacksonCannotRead() throws Exception {
    List<JavaFileObject> sources = sources(READ, "@GET(\"x%d\") C%d.Model m();");
    ClassLoader classes = new CompiledClasses(Compiling.compiler().compile(sources));
    Set<String> unreadable = new TreeSet<>();
    for (int i = 0; i < READ.size(); i++) {
      Class<?> type = classes.loadClass("api.C" + i + "$Model");
      if (!reads(type, READ.get(i).split(" : ", 2)[1])) {
        unreadable.add(READ.get(i));
      }
    }

    assertThat(refused(READ, sources)).isEqualTo(unreadable).hasSizeBetween(20, READ.size() - 20);
  }

  @Test
  void theBodiesThatAreRefusedAreThoseThatJacksonCannotWrite() throws Exception {
    List<JavaFileObject> sources =
        sources(WRITTEN, "@POST(\"x%d\") void m(@Body C%d.Model model);");
    ClassLoader classes = new CompiledClasses(Compiling.compiler().compile(sources));
    Set<String> unwritable = new TreeSet<>();
    for (int i = 0; i < WRITTEN.size(); i++) {
      Object sample = classes.loadClass("api.C" + i).getMethod("sample").invoke(null);
      if (!writes(classes.loadClass("api.C" + i + "$Model"), sample)) {
        unwritable.add(WRITTEN.get(i));
      }
    }

    assertThat(refused(WRITTEN, sources)).isEqualTo(unwritable).hasSizeBetween(7, 14);
  }

  /** A class is not read either if Jackson knows no property of it. */
  private boolean reads(Class<?> type, String json) {
    try {
      Object read =
          mapper
              .readerFor(type)
              .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .readValue(json);
      return read != null;
    } catch (UnrecognizedPropertyException unknown) {
      return !unknown.getKnownPropertyIds().isEmpty();
    } catch (JsonProcessingException refused) {
      return false;
    }
  }

  /** An empty object for a class with fields is not what the program means. */
  private boolean writes(Class<?> type, Object value) {
    try {
      boolean isEmpty =
          mapper
              .copy()
              .setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS)
              .writerFor(type)
              .writeValueAsString(value)
              .equals("{}");
      return !isEmpty || value.getClass().getDeclaredFields().length == 0;
    } catch (JsonProcessingException refused) {
      return false;
    }
  }

  private static Set<String> refused(List<String> cases, List<JavaFileObject> sources) {
    Compilation compilation =
        Compiling.compiler()
            .withOptions("-proc:only")
            .withProcessors(new VisibuildProcessor())
            .compile(sources);
    Set<String> refused = new TreeSet<>();
    compilation.diagnostics().stream()
        .filter(problem -> problem.getMessage(Locale.ROOT).startsWith("[visibuild/"))
        .forEach(
            error -> {
              assertThat(error.getMessage(Locale.ROOT))
                  .containsPattern(
                      "undecodable-response|unsupported-response|unwritable-body|lossy-body");
              String file = error.getSource().getName();
              refused.add(cases.get(Integer.parseInt(file.replaceAll("\\D", ""))));
            });
    return refused;
  }

  private static List<JavaFileObject> sources(List<String> cases, String method) {
    List<JavaFileObject> sources = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      String[] parts = cases.get(i).split(" : ", 2);
      String sample =
          method.startsWith("@POST")
              ? "public static Object sample() { return " + parts[1] + "; }"
              : "";
      String nested = parts[0].replaceAll("(^|} |\\) )(?=(abstract )?class )", "$1public static ");
      sources.add(
          JavaFileObjects.forSourceString(
              "api.C" + i,
              IMPORTS
                  + "public class C%d { %s %s\n@VisibuildApi(scope = Scope.%s) interface Api { "
                      .formatted(i, nested, sample, sample.isEmpty() ? "READ" : "READ_WRITE")
                  + method.formatted(i, i)
                  + " } }"));
    }
    return sources;
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }
}
