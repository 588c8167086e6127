package cn.gongkai.desk.authoring;

import cn.gongkai.content.model.ItemId;
import cn.gongkai.desk.problem.Problems;
import cn.gongkai.desk.yaml.Yaml;
import cn.gongkai.desk.yaml.YamlText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Tells whether an item stands in some files of an authored folder, without reading all of them:
/// most are called as their items are, and of the others only those in which the id occurs are
/// taken apart. Safe for several threads.
public final class ItemSearch {

  private final FolderFiles folder;
  private final List<ItemFile> among;
  private final Map<String, List<ItemFile>> byName;
  private final Map<ItemId, Boolean> known = new ConcurrentHashMap<>();

  ItemSearch(FolderFiles folder, List<ItemFile> among) {
    this.folder = folder;
    this.among = among;
    this.byName =
        among.stream().collect(Collectors.groupingBy(file -> ItemReader.stem(file.path())));
  }

  public boolean holds(ItemId id) {
    return known.computeIfAbsent(id, this::isFound);
  }

  private boolean isFound(ItemId id) {
    return byName.getOrDefault(id.value(), List.of()).stream().anyMatch(file -> isIn(file, id))
        || among.parallelStream().anyMatch(file -> isIn(file, id));
  }

  private boolean isIn(ItemFile file, ItemId id) {
    Problems unasked = new Problems(file.name());
    Optional<String> text = folder.apart().readText(file.path(), 1, unasked);
    boolean named = ItemReader.stem(file.path()).equals(id.value());
    return text.filter(t -> named || t.contains(id.value()))
        .flatMap(FrontMatter::split)
        .flatMap(parts -> YamlText.parse(parts.yaml(), 2, unasked))
        .filter(Yaml.Mapping.class::isInstance)
        .map(yaml -> ItemReader.fields((Yaml.Mapping) yaml, unasked))
        .flatMap(fields -> ItemReader.id(file.path(), fields))
        .filter(id::equals)
        .isPresent();
  }
}
