package dev.bagu;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rooms and their one-way doors. */
@AnalyzeClasses(packages = "dev.bagu", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule doors_open_one_way =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("knowledge")
          .definedBy("dev.bagu.knowledge..")
          .layer("index")
          .definedBy("dev.bagu.index..")
          .layer("retrieval")
          .definedBy("dev.bagu.retrieval..")
          .layer("llm")
          .definedBy("dev.bagu.llm..")
          .layer("answer")
          .definedBy("dev.bagu.answer..")
          .layer("evaluation")
          .definedBy("dev.bagu.evaluation..")
          .layer("cli")
          .definedBy("dev.bagu.cli..")
          .whereLayer("knowledge")
          .mayNotAccessAnyLayer()
          .whereLayer("index")
          .mayOnlyAccessLayers("knowledge")
          .whereLayer("retrieval")
          .mayOnlyAccessLayers("index", "knowledge")
          .whereLayer("llm")
          .mayNotAccessAnyLayer()
          .whereLayer("answer")
          .mayOnlyAccessLayers("retrieval", "llm", "index", "knowledge")
          .whereLayer("evaluation")
          .mayOnlyAccessLayers("answer", "retrieval", "index", "knowledge")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule rooms_are_free_of_cycles =
      slices().matching("dev.bagu.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule lucene_stays_in_the_index =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.bagu.index..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.lucene..");

  @ArchTest
  static final ArchRule only_the_edge_prints =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.bagu.cli..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule failures_have_a_name =
      GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

  @ArchTest
  static final ArchRule nobody_logs = GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

  @ArchTest
  static final ArchRule every_package_is_null_marked =
      classes().that().haveSimpleName("package-info").should().beAnnotatedWith(NullMarked.class);

  @ArchTest
  static void every_package_says_what_it_is(com.tngtech.archunit.core.domain.JavaClasses classes) {
    List<String> silent =
        classes.stream()
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
