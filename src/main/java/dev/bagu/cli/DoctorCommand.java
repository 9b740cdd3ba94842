package dev.bagu.cli;

import dev.bagu.BaguException;
import dev.bagu.cli.terminal.DisplayWidth;
import dev.bagu.cli.terminal.Sanitizer;
import dev.bagu.cli.terminal.Style;
import dev.bagu.cli.terminal.TerminalMode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bagu doctor}: whether everything is in place, and what to do where it is not. */
@Command(
    name = "doctor",
    description = "Check Java, folders, models, documents and the model endpoint; say what to do.")
final class DoctorCommand extends BaguCommand {
  @Mixin private ModelOptions model = new ModelOptions();
  @Mixin private KnowledgeOptions knowledge = new KnowledgeOptions();

  DoctorCommand(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    Checkup checkup = new Checkup(context, knowledge, model);
    List<Finding> findings = new ArrayList<>();
    findings.addAll(look("doctor.java", checkup::java));
    findings.addAll(look("doctor.cache", checkup::cache));
    findings.addAll(look("doctor.data", checkup::data));
    findings.addAll(look("doctor.embedding", checkup::embedding));
    findings.addAll(look("doctor.knowledge", checkup::knowledge));
    findings.addAll(look("doctor.prompts", checkup::prompts));
    findings.addAll(look("doctor.model", checkup::model));
    boolean well = findings.stream().noneMatch(each -> each.state() == Finding.State.BAD);
    context.out().println(context.text(well ? "doctor.well" : "doctor.unwell"));
    return well ? ExitCode.OK : ExitCode.FAILURE;
  }

  /** Runs one check and prints at once what it found: the next one may take its time. */
  private List<Finding> look(String label, Callable<List<Finding>> check) {
    List<Finding> findings;
    try {
      findings = check.call();
    } catch (BaguException e) {
      findings = List.of(Finding.bad(FailureText.of(e, context)));
    } catch (Exception e) {
      findings = List.of(Finding.bad(e.getClass().getSimpleName() + ": " + e.getMessage()));
    }
    findings.forEach(finding -> print(context.text(label), finding));
    context.out().flush();
    return findings;
  }

  private void print(String label, Finding finding) {
    TerminalMode mode = context.surroundings().mode().get();
    String mark =
        switch (finding.state()) {
          case GOOD -> mode.paint(Style.GOOD, "✓");
          case BAD -> mode.paint(Style.BAD, "✗");
          case NEITHER -> "–";
        };
    context
        .out()
        .println(mark + " " + DisplayWidth.pad(label, 14) + " " + Sanitizer.line(finding.text()));
  }
}
