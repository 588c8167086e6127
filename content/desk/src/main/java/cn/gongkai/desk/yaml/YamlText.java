package cn.gongkai.desk.yaml;

import cn.gongkai.desk.problem.Problems;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// Parses one YAML document into values that know their lines. Only plain data is read: tags,
/// anchors and aliases are refused, so no text can make objects or grow when it is expanded.
public final class YamlText {

  private static final int DEPTH_MAX = 20;

  private final Problems problems;
  private final int firstLine;

  private YamlText(Problems problems, int firstLine) {
    this.problems = problems;
    this.firstLine = firstLine;
  }

  /// @param firstLine line of the file on which the text begins, from 1
  /// @return empty where the text is not YAML, the problem reported, or holds nothing
  public static Optional<Yaml> parse(String text, int firstLine, Problems problems) {
    return new YamlText(problems, firstLine).parse(text);
  }

  private Optional<Yaml> parse(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(DEPTH_MAX);
    options.setCodePointLimit(Math.max(1, text.length()));
    try {
      Node node = new org.yaml.snakeyaml.Yaml(options).compose(new StringReader(text));
      return node == null ? Optional.empty() : Optional.of(convert(node));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine();
      problems.block(firstLine + line, "AUTHORED-YAML", brief(e.getProblem()));
    } catch (YAMLException | StackOverflowError e) {
      problems.block(firstLine, "AUTHORED-YAML", brief(e.getMessage()));
    }
    return Optional.empty();
  }

  private static String brief(@Nullable String message) {
    return message == null ? "?" : message.lines().findFirst().orElse("?");
  }

  private Yaml convert(Node node) {
    if (node.getAnchor() != null) {
      problems.block(line(node), "AUTHORED-YAML-ANCHOR");
      return new Yaml.Scalar("", line(node));
    }
    return switch (node) {
      case ScalarNode scalar -> scalar(scalar);
      case SequenceNode sequence -> {
        List<Yaml> values = sequence.getValue().stream().map(this::convert).toList();
        yield new Yaml.Sequence(values, line(node));
      }
      case MappingNode mapping -> mapping(mapping);
      default -> new Yaml.Scalar("", line(node));
    };
  }

  private Yaml scalar(ScalarNode node) {
    boolean absent = node.isPlain() && node.getTag().equals(Tag.NULL);
    return new Yaml.Scalar(absent ? "" : node.getValue().strip(), line(node));
  }

  private Yaml mapping(MappingNode node) {
    List<Yaml.Entry> entries = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (NodeTuple tuple : node.getValue()) {
      int line = line(tuple.getKeyNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problems.block(line, "AUTHORED-YAML", "key");
      } else if (!seen.add(key.getValue())) {
        problems.block(line, "AUTHORED-KEY-TWICE", key.getValue());
      } else {
        entries.add(new Yaml.Entry(key.getValue().strip(), line, convert(tuple.getValueNode())));
      }
    }
    return new Yaml.Mapping(entries, line(node));
  }

  private int line(Node node) {
    return firstLine + node.getStartMark().getLine();
  }
}
