package cn.gongkai.sync.site;

import java.util.regex.Pattern;

/// A file of the published site. Only names that the release format makes can be expressed, so that
/// nothing a site says leads anywhere else.
public sealed interface SitePath {

  /// Path below the site's base.
  String path();

  /// `metadata/<name>`, for example `timestamp.json`.
  record Metadata(String name) implements SitePath {
    private static final Pattern FORM = Pattern.compile("[0-9a-zA-Z][0-9a-zA-Z._-]{0,127}\\.json");

    public Metadata {
      require(FORM, name);
    }

    @Override
    public String path() {
      return "metadata/" + name;
    }
  }

  /// `targets/ch/<channel>/<name>`: a segment under its consistent-snapshot name.
  record Segment(String channel, String name) implements SitePath {
    private static final Pattern FORM = Pattern.compile("[0-9a-z][0-9a-z.-]{0,199}");

    public Segment {
      require(FORM, channel);
      require(FORM, name);
    }

    @Override
    public String path() {
      return "targets/ch/" + channel + "/" + name;
    }
  }

  /// `blobs/<ab>/<sha256>`.
  record Blob(String sha256) implements SitePath {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public Blob {
      require(FORM, sha256);
    }

    @Override
    public String path() {
      return "blobs/" + sha256.substring(0, 2) + "/" + sha256;
    }
  }

  /// `acknowledged.json`: which receipts the county has got, see `docs/formats.md`.
  record Acknowledged() implements SitePath {
    @Override
    public String path() {
      return "acknowledged.json";
    }
  }

  private static void require(Pattern form, String name) {
    if (!form.matcher(name).matches()) {
      throw new IllegalArgumentException("not a file name of a site: '" + name + "'");
    }
  }
}
