package visibuild.processor.validation;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import visibuild.processor.model.LibraryTypes;
import visibuild.processor.model.SourceClass;
import visibuild.processor.model.SourceClass.Member;
import visibuild.processor.model.TypeUse;
import visibuild.processor.model.TypeUse.Form;
import visibuild.processor.model.TypeUse.Trait;
import visibuild.processor.validation.DecodabilityProblem.Kind;

/** Looks for types that Jackson cannot make, in a type and in its properties. */
final class DecodabilityChecker {
  private static final Set<String> NO_DATA_PACKAGES =
      Set.of("java.lang.ref", "java.util.function", "java.util.stream", "kotlin.jvm.functions");

  private static final Set<String> NO_DATA =
      Set.of(
          "java.io.Closeable",
          "java.io.OutputStream",
          "java.io.Writer",
          "java.lang.AutoCloseable",
          "java.lang.Comparable",
          "java.lang.Runnable",
          "java.lang.Thread",
          "java.lang.ThreadLocal",
          "java.util.Comparator",
          "java.util.Enumeration",
          "java.util.Iterator",
          "java.util.concurrent.Callable",
          "java.util.concurrent.Executor",
          "java.util.concurrent.ExecutorService",
          "java.util.concurrent.Flow.Subscriber",
          "kotlin.Lazy",
          "okhttp3.Call",
          "okhttp3.Headers",
          "okhttp3.MultipartBody",
          "okhttp3.Request",
          "okhttp3.RequestBody",
          "okhttp3.ResponseBody",
          "okhttp3.WebSocket",
          "retrofit2.Call",
          "retrofit2.Callback");

  /** The types that Jackson decodes alike with and without a type. */
  private static final Set<String> UNTYPED =
      Set.of(
          "java.lang.Boolean",
          "java.lang.Object",
          "java.lang.String",
          "java.lang.Void",
          "kotlin.Unit");

  private final Map<ClassName, SourceClass> classes;
  private final Set<ClassName> seen = new HashSet<>();

  private DecodabilityChecker(Map<ClassName, SourceClass> classes) {
    this.classes = classes;
  }

  /**
   * Returns the first problem in {@code type}.
   *
   * @param classes the described classes of this compilation
   */
  static Optional<DecodabilityProblem> in(TypeUse type, Map<ClassName, SourceClass> classes) {
    return new DecodabilityChecker(classes).in(type, "");
  }

  private Optional<DecodabilityProblem> in(TypeUse type, String member) {
    SourceClass own = classOf(type);
    Optional<Kind> itself = itself(type, member, own);
    if (itself.isPresent()) {
      return Optional.of(new DecodabilityProblem(member, type, itself.get()));
    }
    if (!type.entry().isEmpty() && isNoKey(type.entry().get(0))) {
      return Optional.of(new DecodabilityProblem(member, type.entry().get(0), Kind.KEY));
    }
    for (TypeUse argument : inside(type, member)) {
      Optional<DecodabilityProblem> found = in(argument, member);
      if (found.isPresent()) {
        return found;
      }
    }
    return own == null ? Optional.empty() : inMembers(type, own);
  }

  private @Nullable SourceClass classOf(TypeUse type) {
    return type.name().isPresent() ? classes.get(type.name().get()) : null;
  }

  /** A Jackson module may support a library's type, so such a type is not judged in a record. */
  private static Optional<Kind> itself(TypeUse type, String member, @Nullable SourceClass own) {
    if (isNoData(type)) {
      return Optional.of(Kind.NO_DATA);
    }
    if (isUntyped(type)) {
      return Optional.of(Kind.UNTYPED);
    }
    boolean judged = !type.has(Trait.DECODABLE) && (member.isEmpty() || own != null);
    if (judged && type.has(Trait.INNER)) {
      return Optional.of(Kind.INNER);
    }
    if (judged && type.has(Trait.ABSTRACT)) {
      return Optional.of(type.has(Trait.INTERFACE) ? Kind.INTERFACE : Kind.ABSTRACT);
    }
    if (own != null && !own.deserializable()) {
      return Optional.of(Kind.NO_CONSTRUCTOR);
    }
    return own != null && own.ignoringFields() ? Optional.of(Kind.NO_PROPERTY) : Optional.empty();
  }

  private static boolean isNoData(TypeUse type) {
    if (type.name().isEmpty()) {
      return false;
    }
    ClassName name = type.name().get();
    return type.has(Trait.STREAM)
        || type.has(Trait.ASYNCHRONOUS)
        || NO_DATA_PACKAGES.contains(name.packageName())
        || NO_DATA.contains(name.canonicalName());
  }

  /** Jackson's module for Kotlin takes no account of the type argument of {@code kotlin.Result}. */
  private static boolean isUntyped(TypeUse type) {
    return type.is(LibraryTypes.KOTLIN_RESULT)
        && type.arguments().size() == 1
        && !UNTYPED.contains(type.argument().erasure().toString());
  }

  private boolean isNoKey(TypeUse key) {
    if (key.form() == Form.ARRAY) {
      return !key.argument().source().equals(TypeName.BYTE);
    }
    SourceClass own = classOf(key);
    return key.has(Trait.COLLECTION)
        || key.has(Trait.MAP)
        || key.is(LibraryTypes.OPTIONAL)
        || (own != null && !own.usableAsMapKey());
  }

  /** A generic class of the program may use its type arguments in any way. */
  private static List<TypeUse> inside(TypeUse type, String member) {
    boolean holds =
        (member.isEmpty() && !type.has(Trait.PHANTOM))
            || type.form() == Form.ARRAY
            || type.has(Trait.COLLECTION)
            || type.has(Trait.MAP)
            || type.is(LibraryTypes.OPTIONAL);
    return holds ? type.arguments() : List.of();
  }

  private Optional<DecodabilityProblem> inMembers(TypeUse type, SourceClass own) {
    if (seen.add(type.name().orElseThrow())) {
      for (Member member : own.members()) {
        Optional<DecodabilityProblem> found = in(member.type(), member.name());
        if (found.isPresent() && isRead(member, found.get())) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** A field of a type that JSON cannot hold is one that no JSON sets. */
  private static boolean isRead(Member member, DecodabilityProblem problem) {
    return member.component()
        || problem.kind() != Kind.NO_DATA
        || !problem.member().equals(member.name());
  }
}
