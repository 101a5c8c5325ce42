package visibuild.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import retrofit2.Retrofit;
import retrofit2.converter.jackson.JacksonConverterFactory;
import visibuild.processor.testing.CompiledClasses;
import visibuild.processor.testing.Compiling;
import visibuild.processor.validation.Rule;

/**
 * The verdicts of Retrofit and of the processor on a batch of methods, each in its own interface.
 */
final class ProcessorVersusRetrofit {
  private static final String IMPORTS =
      "package api; import java.time.*; import java.util.*; import java.util.concurrent.*;"
          + " import java.util.stream.*; import kotlin.Unit;"
          + " import kotlin.coroutines.Continuation; import okhttp3.MultipartBody; import okhttp3.RequestBody;"
          + " import okhttp3.ResponseBody; import retrofit2.Call; import retrofit2.Response;"
          + " import retrofit2.http.*; import visibuild.*; ";

  private static final JavaFileObject TYPES =
      JavaFileObjects.forSourceString(
          "api.Types",
          """
          package api;
          import java.util.*;
          import okhttp3.MultipartBody;
          public class Types {
            public static class Names extends ArrayList<String> {}
            public static class Strings<T> extends ArrayList<T> {}
            public static class Parts extends ArrayList<MultipartBody.Part> {}
            public interface Pairs<A, B> extends Iterable<B> {}
            public static class Params extends HashMap<String, String> {}
            public static class Named<T> extends TreeMap<String, T> {}
            public static class Untyped extends HashMap {}
            public interface Reversed<V, K> extends Map<K, V> {}
            public static class PartsByName extends Named<MultipartBody.Part> {}
          }
          """);

  private final Retrofit retrofit =
      new Retrofit.Builder()
          .baseUrl("http://localhost/")
          .addConverterFactory(JacksonConverterFactory.create())
          .validateEagerly(true)
          .build();

  /** For each method, the message with which Retrofit refuses it. */
  List<Optional<String>> ofRetrofit(List<RandomMethod> methods)
      throws ReflectiveOperationException {
    Compilation compilation =
        Compiling.compiler()
            .withOptions("-proc:none", "-nowarn", "-g:none")
            .compile(TYPES, source("Theirs", methods, RandomMethod::retrofits));
    ClassLoader classes = new CompiledClasses(compilation);
    List<Optional<String>> verdicts = new ArrayList<>();
    for (int i = 0; i < methods.size(); i++) {
      verdicts.add(refusal(classes.loadClass("api.Theirs$M" + i)));
    }
    return verdicts;
  }

  private Optional<String> refusal(Class<?> service) {
    try {
      retrofit.create(service);
      return Optional.empty();
    } catch (IllegalArgumentException refused) {
      return Optional.of(refused.getMessage());
    }
  }

  /** For each method, the rules of which the processor finds it to break. */
  List<Set<Rule>> ofProcessor(List<RandomMethod> methods) {
    Compilation compilation =
        Compiling.compiler()
            .withOptions("-proc:only", "-nowarn", "-Xmaxerrs", "100000")
            .withProcessors(new VisibuildProcessor())
            .compile(TYPES, source("Ours", methods, RandomMethod::ours));
    List<Set<Rule>> verdicts =
        Stream.generate(() -> EnumSet.noneOf(Rule.class))
            .limit(methods.size())
            .<Set<Rule>>map(rules -> rules)
            .toList();
    for (Diagnostic<? extends JavaFileObject> error : compilation.errors()) {
      verdicts.get((int) error.getLineNumber() - 2).add(ruleOf(error));
    }
    return verdicts;
  }

  /** Returns javac's errors in the clients of {@code methods}, which the processor accepts. */
  List<String> errorsInClients(List<RandomMethod> methods) {
    return Compiling.compiler()
        .withOptions("-nowarn", "-g:none", "-Xmaxerrs", "100000")
        .withProcessors(new VisibuildProcessor())
        .compile(TYPES, source("Accepted", methods, RandomMethod::ours))
        .errors()
        .stream()
        .map(Object::toString)
        .toList();
  }

  private static Rule ruleOf(Diagnostic<?> error) {
    String message = error.getMessage(Locale.ROOT);
    assertThat(message).startsWith("[visibuild/");
    String id = message.substring(1, message.indexOf(']'));
    return Arrays.stream(Rule.values())
        .filter(rule -> rule.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** The method with number n on line n + 2. */
  private static JavaFileObject source(
      String name, List<RandomMethod> methods, BiFunction<RandomMethod, String, String> render) {
    StringBuilder source = new StringBuilder(IMPORTS + "final class " + name + " {\n");
    for (int i = 0; i < methods.size(); i++) {
      source.append(render.apply(methods.get(i), "M" + i)).append('\n');
    }
    return JavaFileObjects.forSourceString("api." + name, source.append("}\n").toString());
  }
}
