package cn.gongkai.desk.gate;

import cn.gongkai.content.model.Block;
import cn.gongkai.content.model.Item;
import cn.gongkai.desk.authoring.Authored;
import cn.gongkai.desk.authoring.Entry;
import java.util.regex.Pattern;

/// The words for a picture say what it shows; a file name or the word 图片 does not.
final class PictureCheck implements Check {

  private static final Pattern EMPTY_WORDS =
      Pattern.compile("(?i)(图片?|照片|插图|image|img|picture|photo)\\s*\\d*|.*\\.(png|jpe?g|gif)");

  @Override
  public void check(Authored.Content content, Findings findings) {
    for (Entry<Item> entry : content.items()) {
      Texts.all(entry.entity().body())
          .forEach(
              block -> {
                if (block instanceof Block.Image image
                    && EMPTY_WORDS.matcher(image.alternative()).matches()) {
                  int line = entry.source().lineWith(image.alternative());
                  findings.add(Rule.ALTERNATIVE, entry.source(), line, image.alternative());
                }
              });
    }
  }
}
