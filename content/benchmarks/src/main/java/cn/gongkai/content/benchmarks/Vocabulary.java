package cn.gongkai.content.benchmarks;

import com.github.houbb.pinyin.util.PinyinHelper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Words of generated documents, the commonest first: words of county government, then 40,000 words
/// from the phrase list of houbb pinyin (Apache-2.0), drawn by Zipf's law.
final class Vocabulary {

  static final List<String> TOWNS = words("历山街道 南麻街道 鲁村镇 东里镇 悦庄镇 西里镇 大张庄镇 中庄镇 张家坡镇 燕崖镇 石桥镇 南鲁山镇");
  static final List<String> OFFICES =
      words("教育和体育局 民政局 财政局 人力资源和社会保障局 自然资源局 住房和城乡建设局 交通运输局 水利局 农业农村局 卫生健康局 应急管理局 医疗保障局");
  static final List<String> KINDS = words("通知 意见 实施方案 公告 通告 办法 公示 批复 答复 规划 细则 名单");
  static final List<String> PREFIXES = words("源政发 源政办发 源政办字 源民发 源财社 源人社发 源卫健发");
  static final List<String> TOPICS =
      words(
          "工作 服务 管理 项目 养老 医疗保险 补贴 农村 安全生产 土地征收 社会保障 补偿 教育 学校 招生 公示"
              + " 就业 低保 最低生活保障 高龄津贴 残疾人 公益性岗位 宅基地 危房改造 不动产登记 供水 供热 停水"
              + " 公交 公路 养护 水库 防汛 森林防火 苹果 樱桃 种粮补贴 耕地地力保护 农机 动物防疫 秸秆禁烧"
              + " 退役军人 临时救助 特困人员 慢性病 异地就医 义务教育 幼儿园 助学金 创业担保贷款 营商环境 税费优惠"
              + " 行政处罚 食品抽检 生态环境 污水处理 垃圾分类 旅游 文化惠民 图书馆 预算 决算 政府采购 年度报告"
              + " 依申请公开 政策解读 规范性文件 建议提案 征求意见 人事任免 规划许可 老旧小区改造 公租房 住房公积金");
  private static final String LIST = "/pinyin_dict_phrase.txt";
  private static final int TAIL_MAX = 40_000;

  private final List<String> ranked;
  private final double[] cumulative;

  Vocabulary() throws IOException {
    this.ranked = new ArrayList<>(TOPICS);
    ranked.addAll(tail());
    this.cumulative = new double[ranked.size()];
    double sum = 0;
    for (int rank = 0; rank < cumulative.length; rank++) {
      sum += 1.0 / (rank + 3);
      cumulative[rank] = sum;
    }
  }

  /// A word by Zipf's law.
  String draw(SplittableRandom random) {
    double point = random.nextDouble() * cumulative[cumulative.length - 1];
    int at = java.util.Arrays.binarySearch(cumulative, point);
    return ranked.get(Math.min(ranked.size() - 1, at < 0 ? -at - 1 : at));
  }

  /// The word of the given rank, 0 for the commonest.
  String ranked(int rank) {
    return ranked.get(rank);
  }

  int size() {
    return ranked.size();
  }

  static <T> T any(List<T> of, SplittableRandom random) {
    return of.get(random.nextInt(of.size()));
  }

  private static List<String> words(String words) {
    return List.of(words.split(" "));
  }

  /// In an order that has nothing to do with the alphabet.
  private static List<String> tail() throws IOException {
    List<String> words = new ArrayList<>();
    try (InputStream in = PinyinHelper.class.getResourceAsStream(LIST)) {
      if (in == null) {
        throw new IOException(LIST + " is not in the jar of houbb pinyin");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .map(line -> line.substring(0, Math.max(0, line.indexOf(':'))))
          .filter(word -> word.length() >= 2 && word.length() <= 4)
          .forEach(words::add);
    }
    java.util.Collections.shuffle(words, new java.util.Random(7));
    return words.subList(0, Math.min(TAIL_MAX, words.size()));
  }
}
