package visibuild.processor.writing;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.JavaLiterals;
import visibuild.processor.model.LibraryTypes;
import visibuild.processor.model.Parameter;
import visibuild.processor.model.RetrofitAnnotations;
import visibuild.processor.model.ReturnShape.Kind;
import visibuild.processor.model.SourceAnnotation;
import visibuild.processor.model.SourceAnnotation.Value;

/**
 * The contract between both halves of a client for one method: the name of Retrofit's method, and
 * its parameters beyond those of the annotated method.
 *
 * @param name its name in {@code Calls}
 * @param cursor the two parameters that choose a page, empty unless the return type is paged
 */
record CallsMethodPlan(ApiMethod method, String name, List<Cursor> cursor) {
  private static final ClassName INTEGER = ClassName.get(Integer.class);
  private static final ClassName STRING = ClassName.get(String.class);
  private static final List<AnnotationSpec> NULLABLE =
      List.of(AnnotationSpec.builder(LibraryTypes.NULLABLE).build());

  /** A parameter that chooses a page. */
  record Cursor(String name, TypeName type, SourceAnnotation query) {}

  /**
   * Plans all methods of an interface, in order.
   *
   * @param seesNullable whether JSpecify's {@code Nullable} can be used
   */
  static List<CallsMethodPlan> of(List<ApiMethod> methods, boolean seesNullable) {
    List<CallsMethodPlan> planned = new ArrayList<>();
    for (ApiMethod method : methods) {
      planned.add(of(method, seesNullable));
    }
    List<CallsMethodPlan> renamed = new ArrayList<>();
    for (CallsMethodPlan method : planned) {
      renamed.add(method.renamedIfTaken(planned));
    }
    return renamed;
  }

  private static CallsMethodPlan of(ApiMethod method, boolean seesNullable) {
    if (method.returnShape().kind() != Kind.PAGED) {
      return new CallsMethodPlan(method, method.name(), List.of());
    }
    Set<String> taken = new HashSet<>();
    for (Parameter parameter : method.parameters()) {
      taken.add(parameter.name());
    }
    return new CallsMethodPlan(
        method,
        method.name(),
        List.of(
            cursor("pageSize", INTEGER, taken, seesNullable),
            cursor("next", STRING, taken, seesNullable)));
  }

  /** With other parameters this method could be equal to an overload that the user wrote. */
  private CallsMethodPlan renamedIfTaken(List<CallsMethodPlan> all) {
    if (!isChanged()) {
      return this;
    }
    boolean taken = false;
    Set<String> names = new HashSet<>();
    for (CallsMethodPlan other : all) {
      taken |= !other.isChanged() && other.name.equals(name) && other.arity() == arity();
      names.add(other.name);
    }
    return taken ? new CallsMethodPlan(method, fresh(name, names), cursor) : this;
  }

  private boolean isChanged() {
    return !cursor.isEmpty() || method.continuation().isPresent();
  }

  private int arity() {
    return method.parameters().size() + cursor.size();
  }

  private static Cursor cursor(
      String key, ClassName type, Set<String> taken, boolean seesNullable) {
    return new Cursor(
        fresh(key, taken),
        seesNullable ? type.annotated(NULLABLE) : type,
        SourceAnnotation.of(RetrofitAnnotations.QUERY, new Value.Literal(JavaLiterals.of(key))));
  }

  /**
   * Returns {@code wanted}, with a number appended if it is taken, and marks the result as taken.
   */
  static String fresh(String wanted, Set<String> taken) {
    String name = wanted;
    for (int i = 2; !taken.add(name); i++) {
      name = wanted + i;
    }
    return name;
  }
}
