package cn.gongkai.content.model;

/// Form of an interpretation (解读形式).
public enum InterpretationForm implements Term {
  TEXT("文字"),
  PICTURE("图解"),
  VIDEO("视频"),
  AUDIO("音频"),
  ANIMATION("动漫"),
  H5("H5"),
  QUESTIONS("问答"),
  PRESS_CONFERENCE("新闻发布会"),
  EXPERT("专家"),
  OFFICIAL("负责人");

  private final String term;

  InterpretationForm(String term) {
    this.term = term;
  }

  @Override
  public String term() {
    return term;
  }
}
