package cn.gongkai.kiosk.media;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Captions of a clip, from a WebVTT file (W3C, 2019). Whatever is not a cue is passed over, and a
/// cue that cannot be read is left out: captions are a help, never a reason to fail.
public record WebVtt(List<Cue> cues) {

  /// Bytes of a caption file that are read; an hour of speech takes about 100 KiB.
  public static final int BYTES_MAX = 1 << 20;

  static final int CUES_MAX = 5000;

  public static final WebVtt NONE = new WebVtt(List.of());

  private static final String TIME = "(?:(\\d{2,4}):)?(\\d{2}):(\\d{2})[.,](\\d{3})";
  private static final Pattern TIMING = Pattern.compile("^" + TIME + "\\s+-->\\s+" + TIME + ".*$");
  private static final Pattern TAG = Pattern.compile("<[^>]{0,200}>");

  /// Words said between two moments, the second one excluded.
  public record Cue(Duration from, Duration until, String words) {}

  public WebVtt {
    cues = List.copyOf(cues);
  }

  public static WebVtt parse(String file) {
    List<Cue> cues = new ArrayList<>();
    String[] lines = file.split("\\R", -1);
    for (int i = 0; i < lines.length && cues.size() < CUES_MAX; i++) {
      Matcher timing = TIMING.matcher(lines[i].strip());
      if (timing.matches()) {
        StringBuilder words = new StringBuilder();
        while (i + 1 < lines.length && !lines[i + 1].isBlank()) {
          words.append(words.isEmpty() ? "" : "\n").append(lines[++i].strip());
        }
        cue(timing, words.toString()).ifPresent(cues::add);
      }
    }
    cues.sort(Comparator.comparing(Cue::from));
    return new WebVtt(cues);
  }

  private static Optional<Cue> cue(Matcher timing, String words) {
    Duration from = time(timing, 1);
    Duration until = time(timing, 5);
    String plain =
        TAG.matcher(words)
            .replaceAll("")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&nbsp;", " ")
            .replace("&amp;", "&")
            .strip();
    return plain.isEmpty() || until.compareTo(from) <= 0
        ? Optional.empty()
        : Optional.of(new Cue(from, until, plain));
  }

  private static Duration time(Matcher timing, int group) {
    String hours = timing.group(group);
    return Duration.ofHours(hours == null ? 0 : Long.parseLong(hours))
        .plusMinutes(Long.parseLong(timing.group(group + 1)))
        .plusSeconds(Long.parseLong(timing.group(group + 2)))
        .plusMillis(Long.parseLong(timing.group(group + 3)));
  }

  /// What is said at a moment; empty in silence.
  public Optional<String> wordsAt(Duration moment) {
    return cues.stream()
        .filter(cue -> cue.from().compareTo(moment) <= 0 && moment.compareTo(cue.until()) < 0)
        .map(Cue::words)
        .reduce((above, below) -> above + "\n" + below);
  }
}
