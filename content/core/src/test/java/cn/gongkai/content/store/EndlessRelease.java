package cn.gongkai.content.store;

import java.nio.file.Path;

/// A program that applies a release without end, to be killed.
final class EndlessRelease {

  private static final int SAID_AFTER = 500;
  private static final int ITEMS_MAX = 1_000_000;

  private EndlessRelease() {}

  public static void main(String[] args) throws Exception {
    try (ContentWriter writer = ContentWriter.open(Path.of(args[0]), Releases.CLOCK);
        ContentWriter.Apply apply = writer.begin()) {
      for (int i = 0; i < ITEMS_MAX; i++) {
        Releases desk = new Releases();
        desk.put(Draft.item("endless-" + i).saying("正文".repeat(500) + i));
        desk.fill(apply);
        if (i == SAID_AFTER) {
          System.out.println("writing");
        }
      }
    }
  }
}
