package cn.gongkai.desk.authoring;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.model.CreditCode;
import cn.gongkai.content.model.Details;
import cn.gongkai.content.model.InterpretationForm;
import cn.gongkai.content.model.InvalidValue;
import cn.gongkai.desk.problem.Problems;
import cn.gongkai.desk.yaml.Fields;
import cn.gongkai.desk.yaml.Yaml;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the one detail map an item may have. Values that are wrong are reported and stand as a
/// harmless filler until the item is given up for them.
final class DetailsReader {

  static final List<String> NAMES =
      List.of(
          "gazette",
          "interpretation",
          "code",
          "annualReport",
          "answer",
          "campaign",
          "event",
          "credit",
          "service",
          "proposal",
          "office");

  private static final Map<String, Set<String>> FIELDS =
      Map.ofEntries(
          Map.entry("gazette", Set.of("year", "number", "total", "pdf", "cover", "contents")),
          Map.entry("interpretation", Set.of("form", "oneSentence", "interpreter")),
          Map.entry("code", Set.of("target", "subject", "owner", "opens", "expiresOn")),
          Map.entry("annualReport", Set.of("year", "figures")),
          Map.entry("answer", Set.of("question", "askedVia", "office", "repliedOn")),
          Map.entry("campaign", Set.of("opensOn", "closesOn", "takePart", "feedback")),
          Map.entry("event", Set.of("startsAt", "place", "host", "registration")),
          Map.entry(
              "credit",
              Set.of("commended", "subject", "creditCode", "reason", "legalBasis", "removeOn")),
          Map.entry(
              "service",
              Set.of(
                  "provider",
                  "field",
                  "audience",
                  "conditions",
                  "materials",
                  "telephone",
                  "address",
                  "hours",
                  "opensOn",
                  "closesOn",
                  "apply")),
          Map.entry("proposal", Set.of("kind", "number", "office", "repliedOn")),
          Map.entry("office", Set.of("office", "holds", "address", "telephone", "hours")));

  private static final URI NO_ADDRESS = URI.create("http://invalid/");
  private static final LocalDate NO_DAY = LocalDate.EPOCH;

  private final FolderFiles files;
  private final Path file;
  private final Problems problems;

  DetailsReader(FolderFiles files, Path file, Problems problems) {
    this.files = files;
    this.file = file;
    this.problems = problems;
  }

  Details read(Fields item) {
    List<String> present = NAMES.stream().filter(item::has).toList();
    if (present.size() > 1) {
      problems.block(item.line(present.get(1)), "AUTHORED-DETAILS-TWO", present);
      return new Details.Plain();
    }
    if (present.isEmpty()) {
      return new Details.Plain();
    }
    String name = present.getFirst();
    Optional<Yaml.Mapping> map = item.mapping(name);
    if (map.isEmpty()) {
      return new Details.Plain();
    }
    Fields fields = new Fields(map.get(), FIELDS.getOrDefault(name, Set.of()), problems);
    try {
      return details(name, fields);
    } catch (InvalidValue e) {
      problems.invalid(item.line(name), e);
      return new Details.Plain();
    }
  }

  private Details details(String name, Fields fields) {
    return switch (name) {
      case "gazette" -> new GazetteReader(files, file, problems).read(fields);
      case "interpretation" ->
          new Details.Interpretation(
              form(fields), fields.required("oneSentence"), fields.text("interpreter"));
      case "code" ->
          new Details.Code(
              fields.requiredAddress("target").orElse(NO_ADDRESS),
              fields.required("subject"),
              fields.required("owner"),
              fields.required("opens"),
              fields.date("expiresOn"));
      case "annualReport" -> annualReport(fields);
      case "answer" ->
          new Details.Answer(
              fields.required("question"),
              fields.text("askedVia"),
              fields.required("office"),
              fields.requiredDate("repliedOn").orElse(NO_DAY));
      case "campaign" ->
          new Details.Campaign(
              fields.requiredDate("opensOn").orElse(LocalDate.MIN),
              fields.requiredDate("closesOn").orElse(LocalDate.MAX),
              fields.address("takePart"),
              fields.text("feedback"));
      case "event" ->
          new Details.Event(
              fields.requiredTime("startsAt").orElse(LocalDateTime.MIN),
              fields.required("place"),
              fields.text("host"),
              fields.text("registration"));
      case "credit" -> credit(fields);
      case "service" -> service(fields);
      case "proposal" ->
          new Details.Proposal(
              motion(fields),
              fields.required("number"),
              fields.required("office"),
              fields.date("repliedOn"));
      case "office" ->
          new Details.Office(
              fields.required("office"),
              fields.texts("holds"),
              fields.text("address"),
              fields.text("telephone"),
              fields.text("hours"));
      default -> throw new IllegalStateException("no reader for " + name);
    };
  }

  private InterpretationForm form(Fields fields) {
    if (!fields.has("form")) {
      fields.required("form");
    }
    return fields.term("form", InterpretationForm.class).orElse(InterpretationForm.TEXT);
  }

  private Details annualReport(Fields fields) {
    int year = fields.requiredInteger("year").orElse(0);
    String reference = fields.required("figures");
    if (reference.isEmpty()) {
      return new Details.Plain();
    }
    return files
        .resolve(file, reference, fields.line("figures"), problems)
        .flatMap(path -> new FiguresReader(files, path).read(problems, fields.line("figures")))
        .<Details>map(figures -> new Details.AnnualReport(year, figures))
        .orElseGet(Details.Plain::new);
  }

  private Details credit(Fields fields) {
    return new Details.CreditEntry(
        fields.requiredTruth("commended").orElse(false),
        fields.required("subject"),
        fields.parsed(
            "creditCode",
            "AUTHORED-CREDIT-CODE",
            text ->
                CreditCode.isValid(text) ? Optional.of(new CreditCode(text)) : Optional.empty()),
        fields.required("reason"),
        fields.required("legalBasis"),
        fields.date("removeOn"));
  }

  private Details service(Fields fields) {
    return new Details.Service(
        fields.required("provider"),
        fields.required("field"),
        fields.text("audience"),
        fields.texts("conditions"),
        fields.texts("materials"),
        fields.text("telephone"),
        fields.text("address"),
        fields.text("hours"),
        fields.date("opensOn"),
        fields.date("closesOn"),
        fields.address("apply"));
  }

  private static boolean motion(Fields fields) {
    return fields
        .requiredParsed(
            "kind",
            "AUTHORED-PROPOSAL",
            text ->
                switch (text) {
                  case "提案", "政协提案" -> Optional.of(true);
                  case "建议", "人大建议" -> Optional.of(false);
                  default -> Optional.empty();
                })
        .orElse(false);
  }

  /// Used by the readers of this package that need the blob of a reference.
  static Optional<BlobRef> blob(
      FolderFiles files, Path file, Fields fields, String name, Problems problems) {
    return fields
        .text(name)
        .flatMap(reference -> files.media(file, reference, fields.line(name), problems))
        .map(media -> media.blob());
  }
}
