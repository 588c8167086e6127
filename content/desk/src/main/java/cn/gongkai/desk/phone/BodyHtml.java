package cn.gongkai.desk.phone;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.model.Block;
import cn.gongkai.content.model.Block.Align;
import cn.gongkai.content.model.Link;
import cn.gongkai.content.model.Run;
import cn.gongkai.content.model.Run.Style;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Blocks as HTML.
final class BodyHtml {

  private static final Map<Style, String> ELEMENTS =
      Map.of(
          Style.BOLD, "strong",
          Style.EMPHASIS, "em",
          Style.UNDERLINE, "u",
          Style.STRIKE, "s",
          Style.SUPERSCRIPT, "sup",
          Style.SUBSCRIPT, "sub");

  private final Html html;
  private final PhoneSite site;

  BodyHtml(Html html, PhoneSite site) {
    this.html = html;
    this.site = site;
  }

  void write(List<Block> blocks) {
    blocks.forEach(this::block);
  }

  private void block(Block block) {
    switch (block) {
      case Block.Heading heading -> {
        String element = "h" + (heading.level() + 1);
        html.open(element);
        runs(heading.runs());
        html.close(element).line();
      }
      case Block.Paragraph paragraph -> {
        html.open("p", css(paragraph.align()));
        runs(paragraph.runs());
        html.close("p").line();
      }
      case Block.Listing list -> listing(list);
      case Block.Table table -> table(table);
      case Block.Image image -> image(image);
      case Block.Video video -> video(video);
      case Block.Audio audio -> audio(audio);
      case Block.Note note -> {
        html.open("aside");
        write(note.blocks());
        html.close("aside").line();
      }
      case Block.Question question -> {
        html.open("section", "class", "qa")
            .element("h3", PhoneText.of("question") + "：" + question.question());
        write(question.answer());
        html.close("section").line();
      }
      case Block.PageMark(int page) ->
          html.element("div", PhoneText.of("page.mark", page), "class", "page", "id", "p" + page)
              .line();
    }
  }

  private static String[] css(Align align) {
    return align == Align.JUSTIFIED
        ? new String[0]
        : new String[] {"class", align.name().toLowerCase(Locale.ROOT)};
  }

  private void listing(Block.Listing list) {
    String element = list.ordered() ? "ol" : "ul";
    html.open(element);
    for (List<Block> entry : list.entries()) {
      html.open("li");
      if (entry.size() == 1 && entry.getFirst() instanceof Block.Paragraph only) {
        runs(only.runs());
      } else {
        write(entry);
      }
      html.close("li");
    }
    html.close(element).line();
  }

  private void table(Block.Table table) {
    String label = table.caption().orElse(PhoneText.of("table"));
    // Above the box, so that it stays when the table is moved sideways.
    table.caption().ifPresent(caption -> html.element("div", caption, "class", "caption"));
    html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", label)
        .open("table");
    for (int r = 0; r < table.rows().size(); r++) {
      html.open("tr");
      for (Block.Cell cell : table.rows().get(r).cells()) {
        cell(cell, r < table.headerRows());
      }
      html.close("tr").line();
    }
    html.close("table").close("div").line();
  }

  private void cell(Block.Cell cell, boolean above) {
    String element = cell.heading() || above ? "th" : "td";
    html.open(
        element,
        "colspan",
        String.valueOf(cell.columns()),
        "rowspan",
        String.valueOf(cell.rows()),
        "class",
        cell.align().name().toLowerCase(Locale.ROOT));
    runs(cell.runs());
    html.close(element);
  }

  private void image(Block.Image image) {
    html.open("figure")
        .open("a", "href", PhoneFiles.href(image.blob()))
        .open(
            "img",
            "src",
            PhoneFiles.firstHref(image.blob()),
            "width",
            String.valueOf(image.width()),
            "height",
            String.valueOf(image.height()),
            "alt",
            image.alternative(),
            "loading",
            "lazy",
            "decoding",
            "async")
        .close("a");
    image.caption().ifPresent(caption -> html.element("figcaption", caption));
    html.close("figure").line();
  }

  private void video(Block.Video video) {
    html.open("figure").raw("<video controls playsinline preload=\"none\"");
    video.poster().ifPresent(p -> html.raw(" poster=\"").text(PhoneFiles.firstHref(p)).raw("\""));
    html.raw(" aria-label=\"").text(video.title()).raw("\">");
    source(video.blob());
    video
        .captions()
        .ifPresent(
            track ->
                html.raw("<track kind=\"captions\" srclang=\"zh\" label=\"中文\" default src=\"")
                    .text(PhoneFiles.href(track))
                    .raw("\">"));
    html.close("video").element("figcaption", video.title()).close("figure");
    transcript(video.transcript());
  }

  private void audio(Block.Audio audio) {
    html.open("figure").raw("<audio controls preload=\"none\">");
    source(audio.blob());
    html.close("audio").element("figcaption", audio.title()).close("figure");
    transcript(audio.transcript());
  }

  private void source(BlobRef blob) {
    html.open("source", "src", PhoneFiles.href(blob), "type", blob.mediaType());
  }

  private void transcript(Optional<String> words) {
    if (words.isPresent()) {
      html.open("details").element("summary", PhoneText.of("transcript"));
      words.get().lines().filter(line -> !line.isBlank()).forEach(l -> html.element("p", l));
      html.close("details").line();
    }
  }

  private void runs(List<Run> runs) {
    for (Run run : runs) {
      run.link().ifPresent(this::openLink);
      run.styles().forEach(style -> html.open(ELEMENTS.getOrDefault(style, "span")));
      String[] lines = run.text().split("\n", -1);
      for (int i = 0; i < lines.length; i++) {
        html.raw(i == 0 ? "" : "<br>").text(lines[i]);
      }
      run.styles().stream()
          .toList()
          .reversed()
          .forEach(style -> html.close(ELEMENTS.getOrDefault(style, "span")));
      run.link().ifPresent(link -> html.close("a"));
    }
  }

  private void openLink(Link link) {
    switch (link) {
      case Link.Outside outside ->
          html.open("a", "href", outside.url().toString(), "rel", "noopener");
      case Link.ToItem to -> {
        Optional<Listed> item = site.findItem(to.id());
        html.open("a", "href", item.map(PhoneSite::href).orElse("index.html"));
      }
    }
  }
}
