package dev.bagu;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * What is handed out with the program, from the bill of materials that the build writes: every
 * dependency has a licence that goes with Apache-2.0. Of several licences one has to. Maven writes
 * the bill only with a network ({@code -o} leaves it out), and without a bill nothing is proved.
 */
@EnabledIf(
    value = "hasBill",
    disabledReason = "no target/bom.json: Maven ran with -o, which leaves it out")
class BillOfMaterialsIT {
  private static final Path BILL = Path.of("target", "bom.json");
  private static final Path LICENCES = Path.of("src/test/resources/golden/licences.tsv");

  static boolean hasBill() {
    return Files.exists(BILL);
  }

  @TestFactory
  List<DynamicTest> every_licence_is_known_and_compatible() throws IOException {
    Set<String> allowed = allowed();
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode component : components()) {
      String name = name(component);
      Set<String> licences = licences(component);
      tests.add(
          dynamicTest(
              name + " " + licences,
              () ->
                  assertThat(licences)
                      .as("licences of %s; see %s", name, LICENCES)
                      .anyMatch(
                          each ->
                              allowed.contains("* " + each)
                                  || allowed.contains(name + " " + each))));
    }
    return tests;
  }

  @Test
  void every_version_is_pinned() throws IOException {
    List<JsonNode> components = components();

    assertThat(components).hasSizeGreaterThan(20);
    for (JsonNode component : components) {
      assertThat(component.path("version").asText())
          .as(name(component))
          .isNotEmpty()
          .doesNotContain("SNAPSHOT", "LATEST", "[", ",");
      assertThat(component.path("hashes")).as(name(component)).isNotEmpty();
    }
  }

  private static List<JsonNode> components() throws IOException {
    List<JsonNode> components = new ArrayList<>();
    new ObjectMapper().readTree(BILL.toFile()).path("components").forEach(components::add);
    return components;
  }

  private static String name(JsonNode component) {
    return component.path("group").asText() + ":" + component.path("name").asText();
  }

  private static Set<String> licences(JsonNode component) {
    Set<String> licences = new TreeSet<>();
    for (JsonNode each : component.path("licenses")) {
      JsonNode licence = each.path("license");
      licences.add(licence.path("id").asText(licence.path("name").asText()));
    }
    return licences;
  }

  /** Lines of "dependency licence"; the dependency is {@code *} for all. */
  private static Set<String> allowed() throws IOException {
    Set<String> allowed = new TreeSet<>();
    for (String line : Files.readAllLines(LICENCES, UTF_8)) {
      if (!line.startsWith("#")) {
        String[] cells = line.split("\t", -1);
        allowed.add(cells[0] + " " + cells[1]);
      }
    }
    return allowed;
  }
}
