package cn.gongkai.content.store;

import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.release.HeadDigest;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What a look at a terminal's store has found: at the start of a program, or for staff.
///
/// @param problems at most 100; empty where all is well
/// @param items shown and hidden
/// @param hidden items that wait for a blob and are not shown
/// @param blobs files that were looked at
public record StoreCheck(List<Problem> problems, long items, long hidden, long blobs) {

  private static final int PROBLEMS_MAX = 100;

  /// Something that is not as it must be.
  ///
  /// @param code stable code, listed in `docs/errors.md`
  /// @param detail what was expected and what is there
  public record Problem(String code, String detail) {}

  /// How closely to look.
  public enum Depth {
    /// Pages of the tables that releases are compared with, digests of all channels, lengths of
    /// blobs: under a few seconds.
    QUICK,
    /// Also every page, every stored text against its hash, and every blob: as long as reading all
    /// of it takes.
    FULL
  }

  public StoreCheck {
    problems = List.copyOf(problems);
  }

  public boolean isSound() {
    return problems.isEmpty();
  }

  /// Looks at the store of a terminal, while an agent may be writing it. Never throws for what it
  /// finds.
  public static StoreCheck of(Path terminal, Depth depth) {
    return new Inspection(terminal, depth).run();
  }

  /// One look, with what it has found so far.
  private static final class Inspection {

    private final Path terminal;
    private final Depth depth;
    private final BlobFolder blobs;
    private final StoreLimits limits = StoreLimits.TERMINAL;
    private final List<Problem> problems = new ArrayList<>();
    private long items;
    private long hidden;
    private long files;

    Inspection(Path terminal, Depth depth) {
      this.terminal = terminal;
      this.depth = depth;
      this.blobs = new BlobFolder(terminal);
    }

    StoreCheck run() {
      try (Database database = ContentFile.openToRead(ContentFile.in(terminal), limits)) {
        pages(database);
        database.run("BEGIN");
        heads(database);
        rows(database);
        if (depth == Depth.FULL) {
          texts(database);
        }
        database.run("COMMIT");
        database.run("BEGIN");
        blobs(database);
        database.run("COMMIT");
      } catch (StoreException e) {
        add(e.code(), String.valueOf(e.getMessage()));
      }
      return new StoreCheck(problems, items, hidden, files);
    }

    private void add(String code, String detail) {
      if (problems.size() < PROBLEMS_MAX) {
        problems.add(new Problem(code, detail));
      }
    }

    private void pages(Database database) throws StoreException {
      List<String> checks =
          depth == Depth.FULL
              ? List.of("PRAGMA quick_check")
              : ContentFile.COMPARED.stream().map(t -> "PRAGMA quick_check(" + t + ")").toList();
      for (String check : checks) {
        for (String found : database.list(check, r -> r.getString(1))) {
          if (!"ok".equals(found)) {
            add("STORE-CORRUPT", found);
          }
        }
      }
    }

    private void heads(Database database) throws StoreException {
      Entities entities = new Entities(database);
      for (ChannelHead head : Meta.heads(database)) {
        ChannelHead found = entities.recomputed(head);
        if (!found.equals(head)) {
          add(
              "STORE-DIGEST",
              "%s: expected %d entities with digest %s, found %d with %s"
                  .formatted(
                      head.channel(),
                      head.entities(),
                      head.digest(),
                      found.entities(),
                      found.digest()));
        }
      }
    }

    private void rows(Database database) throws StoreException {
      items = database.number("SELECT count(*) FROM item");
      hidden = database.number("SELECT count(*) FROM item WHERE shown = 0");
      long named =
          database.number("SELECT count(*) FROM entity WHERE kind = ?", EntityKind.ITEM.id());
      if (named != items) {
        add("STORE-ROWS", "expected " + named + " items, found rows of " + items);
      }
      for (String table : List.of("card", "body", "item_json")) {
        long rows = database.number("SELECT count(*) FROM " + table);
        if (rows != items) {
          add("STORE-ROWS", "expected " + items + " rows in " + table + ", found " + rows);
        }
      }
      long listed = database.number("SELECT count(*) FROM in_column WHERE branch = ?", Schema.ROOT);
      if (listed != items - hidden) {
        add("STORE-ROWS", "expected " + (items - hidden) + " listed items, found " + listed);
      }
    }

    private void texts(Database database) throws StoreException {
      database.each(
          """
          SELECT e.key, e.sha, b.z, j.z, c.z FROM entity e JOIN item i ON i.key = e.key
            LEFT JOIN body b ON b.id = i.id LEFT JOIN item_json j ON j.id = i.id
            LEFT JOIN card c ON c.id = i.id WHERE e.kind = 'item'
            AND NOT EXISTS(SELECT 1 FROM next_item n WHERE n.key = e.key)""",
          this::text);
      database.each(
          """
          SELECT e.key, e.sha, n.z FROM entity e JOIN next_item n ON n.key = e.key
            WHERE e.kind = 'item'""",
          r -> laterText(r.getString(1), r.getString(2), r.getBytes(3)));
      database.each(
          "SELECT e.key, e.sha, s.json FROM entity e JOIN structure s USING(kind, key)",
          r -> compare(r.getString(1), r.getString(2), r.getString(3)));
    }

    private void text(ResultSet row) throws SQLException, StoreException {
      String key = row.getString(1);
      try {
        String words = Packing.unpack(row.getBytes(3), limits.entityBytes());
        String json = Packing.unpack(row.getBytes(4), limits.entityBytes(), words);
        Structure.read(Packing.unpack(row.getBytes(5), limits.entityBytes()), Item.class);
        compare(key, row.getString(2), json);
      } catch (StoreException e) {
        if (!e.isOfOneText()) {
          throw e;
        }
        add(e.code(), key + ": " + e.getMessage());
      }
    }

    private void laterText(String key, String expected, byte[] packed) throws StoreException {
      try {
        compare(key, expected, Packing.unpack(packed, limits.entityBytes()));
      } catch (StoreException e) {
        if (!e.isOfOneText()) {
          throw e;
        }
        add(e.code(), key + ": " + e.getMessage());
      }
    }

    private void compare(String key, String expected, String json) {
      String found = HeadDigest.hash(json);
      if (!found.equals(expected)) {
        add("STORE-TEXT", key + ": expected a text with hash " + expected + ", found " + found);
      }
    }

    private void blobs(Database database) throws StoreException {
      database.each(
          """
          SELECT DISTINCT b.sha, b.length FROM item_blob b JOIN item i ON i.id = b.item
          WHERE i.shown = 1""",
          r -> {
            files++;
            String sha = r.getString(1);
            if (!blobs.has(sha, r.getLong(2))) {
              add("STORE-BLOB-MISSING", sha + " of " + r.getLong(2) + " bytes is not there whole");
            } else if (depth == Depth.FULL && !blobs.isTrue(sha)) {
              add("STORE-BLOB", sha + " holds something else than its name says");
            }
          });
    }
  }
}
