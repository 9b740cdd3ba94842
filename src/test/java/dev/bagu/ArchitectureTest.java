package dev.bagu;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rooms and their one-way doors.
 *
 * <p>Ordinary tests that check rules themselves: ArchUnit's own way, rules in annotated fields, was
 * tried and the build did not run them.
 */
class ArchitectureTest {
  /** Room to the rooms it may use; one that stands on no line here fails the first test. */
  private static final Map<String, List<String>> DOORS =
      Map.of(
          "knowledge", List.of(),
          "index", List.of("knowledge"),
          "retrieval", List.of("index", "knowledge"),
          "llm", List.of(),
          "answer", List.of("retrieval", "llm", "index", "knowledge"),
          "check", List.of("retrieval", "llm", "index", "knowledge"),
          "interview", List.of("check", "answer", "retrieval", "llm", "index", "knowledge"),
          "evaluation", List.of("check", "answer", "retrieval", "index", "knowledge"),
          "cli",
              List.of(
                  "evaluation",
                  "interview",
                  "check",
                  "answer",
                  "llm",
                  "retrieval",
                  "index",
                  "knowledge"));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.bagu");

  static List<String> rooms() {
    return DOORS.keySet().stream().sorted().toList();
  }

  @Test
  void every_room_is_on_the_plan() {
    List<String> found =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith("dev.bagu."))
            .map(name -> name.substring("dev.bagu.".length()).replaceFirst("\\..*", ""))
            .distinct()
            .sorted()
            .toList();

    assertThat(found).isEqualTo(rooms());
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void doors_open_one_way(String room) {
    List<String> shut = new ArrayList<>();
    for (String other : rooms()) {
      if (!other.equals(room) && !DOORS.getOrDefault(room, List.of()).contains(other)) {
        shut.add("dev.bagu." + other + "..");
      }
    }

    if (!shut.isEmpty()) {
      noClasses()
          .that()
          .resideInAPackage("dev.bagu." + room + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(shut.toArray(String[]::new))
          .check(CLASSES);
    }
  }

  @Test
  void rooms_are_free_of_cycles() {
    slices().matching("dev.bagu.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void lucene_stays_in_the_index() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.bagu.index..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.lucene..")
        .check(CLASSES);
  }

  @Test
  void only_the_edge_prints() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.bagu.cli..")
        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
        .check(CLASSES);
  }

  @Test
  void failures_have_a_name() {
    GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(CLASSES);
  }

  @Test
  void nobody_logs() {
    GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(CLASSES);
  }

  @Test
  void every_package_is_null_marked() {
    classes()
        .that()
        .haveSimpleName("package-info")
        .should()
        .beAnnotatedWith(NullMarked.class)
        .check(CLASSES);
  }

  @Test
  void every_package_says_what_it_is() {
    List<String> silent =
        CLASSES.stream()
            .map(JavaClass::getPackage)
            .distinct()
            .filter(each -> !each.containsClassWithSimpleName("package-info"))
            .map(each -> each.getName())
            .toList();

    assertThat(silent).isEmpty();
  }

  @Test
  void no_file_has_over_400_lines() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(400);
      }
    }
  }
}
