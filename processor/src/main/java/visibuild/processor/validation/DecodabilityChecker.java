package visibuild.processor.validation;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
      Set.of("java.util.function", "java.util.stream");

  private static final Set<String> NO_DATA =
      Set.of(
          "java.io.Closeable",
          "java.io.OutputStream",
          "java.io.Writer",
          "java.lang.AutoCloseable",
          "java.lang.Comparable",
          "java.lang.Runnable",
          "java.lang.Thread",
          "java.util.Comparator",
          "java.util.Enumeration",
          "java.util.Iterator",
          "java.util.concurrent.Callable",
          "java.util.concurrent.Executor",
          "java.util.concurrent.ExecutorService",
          "java.util.concurrent.Future",
          "okhttp3.Call",
          "okhttp3.RequestBody",
          "okhttp3.ResponseBody",
          "retrofit2.Call");

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
    Optional<SourceClass> own = type.name().map(classes::get);
    return itself(type, member, own)
        .map(kind -> new DecodabilityProblem(member, type, kind))
        .or(() -> key(type).map(key -> new DecodabilityProblem(member, key, Kind.KEY)))
        .or(() -> first(inside(type, member).map(argument -> in(argument, member))))
        .or(() -> own.flatMap(known -> inMembers(type, known)));
  }

  /** A Jackson module may support a library's type, so such a type is not judged in a record. */
  private static Optional<Kind> itself(TypeUse type, String member, Optional<SourceClass> own) {
    if (isNoData(type)) {
      return Optional.of(Kind.NO_DATA);
    }
    boolean judged = !type.has(Trait.DECODABLE) && (member.isEmpty() || own.isPresent());
    if (judged && type.has(Trait.INNER)) {
      return Optional.of(Kind.INNER);
    }
    if (judged && type.has(Trait.ABSTRACT)) {
      return Optional.of(type.has(Trait.INTERFACE) ? Kind.INTERFACE : Kind.ABSTRACT);
    }
    if (own.filter(known -> !known.deserializable()).isPresent()) {
      return Optional.of(Kind.NO_CONSTRUCTOR);
    }
    return own.filter(SourceClass::ignoringFields).map(known -> Kind.NO_PROPERTY);
  }

  private static boolean isNoData(TypeUse type) {
    return type.has(Trait.STREAM)
        || type.name()
            .filter(
                name ->
                    NO_DATA_PACKAGES.contains(name.packageName())
                        || NO_DATA.contains(name.canonicalName()))
            .isPresent();
  }

  private Optional<TypeUse> key(TypeUse type) {
    return type.entry().stream().findFirst().filter(this::isNoKey);
  }

  private boolean isNoKey(TypeUse key) {
    if (key.form() == Form.ARRAY) {
      return !key.argument().source().equals(TypeName.BYTE);
    }
    return key.has(Trait.COLLECTION)
        || key.has(Trait.MAP)
        || key.is(LibraryTypes.OPTIONAL)
        || key.name().map(classes::get).filter(known -> !known.usableAsMapKey()).isPresent();
  }

  /** A generic class of the program may use its type arguments in any way. */
  private static Stream<TypeUse> inside(TypeUse type, String member) {
    boolean holds =
        (member.isEmpty() && !type.has(Trait.PHANTOM))
            || type.form() == Form.ARRAY
            || type.has(Trait.COLLECTION)
            || type.has(Trait.MAP)
            || type.is(LibraryTypes.OPTIONAL);
    return holds ? type.arguments().stream() : Stream.empty();
  }

  private Optional<DecodabilityProblem> inMembers(TypeUse type, SourceClass own) {
    return seen.add(type.name().orElseThrow())
        ? first(
            own.members().stream()
                .map(member -> in(member.type(), member.name()).filter(it -> isRead(member, it))))
        : Optional.empty();
  }

  /** A field of a type that JSON cannot hold is one that no JSON sets. */
  private static boolean isRead(Member member, DecodabilityProblem problem) {
    return member.component()
        || problem.kind() != Kind.NO_DATA
        || !problem.member().equals(member.name());
  }

  private static Optional<DecodabilityProblem> first(Stream<Optional<DecodabilityProblem>> found) {
    return found.flatMap(Optional::stream).findFirst();
  }
}
