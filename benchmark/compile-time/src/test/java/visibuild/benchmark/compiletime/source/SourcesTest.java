package visibuild.benchmark.compiletime.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SourcesTest {
  private static final Pattern ABSTRACT_METHOD =
      Pattern.compile("^  (?!@)[^/*]*?\\w+\\(.*?\\);", Pattern.MULTILINE | Pattern.DOTALL);

  @ParameterizedTest
  @EnumSource
  void unitIsEightMethodsAndARecord(Dialect dialect) {
    List<SourceFile> unit = Sources.of(dialect, 1);

    assertThat(unit).extracting(SourceFile::path).contains("tickets/part0/Ticket0000.java");
    assertThat(unit).hasSize(2);
    assertThat(ABSTRACT_METHOD.matcher(unit.get(0).text()).results()).hasSize(8);
  }

  @ParameterizedTest
  @EnumSource
  void everyUnitHasNamesOfItsOwn(Dialect dialect) {
    List<SourceFile> sources = Sources.of(dialect, 60);

    assertThat(sources).extracting(SourceFile::path).doesNotHaveDuplicates().hasSize(120);
    assertThat(sources).extracting(SourceFile::text).noneMatch(text -> text.contains("NNNN"));
  }

  @Test
  void packageIsThatOfTheFolder() {
    SourceFile last = Sources.of(Dialect.VISIBUILD, 51).get(100);

    assertThat(last.path()).isEqualTo("tickets/part1/Tickets0050Api.java");
    assertThat(last.text()).startsWith("package tickets.part1;\n");
  }
}
