package cn.gongkai.desk.gate;

import cn.gongkai.content.model.AnnualFigures;
import cn.gongkai.content.model.Details;
import cn.gongkai.content.model.Item;
import cn.gongkai.desk.authoring.Authored;
import cn.gongkai.desk.authoring.Entry;
import cn.gongkai.desk.authoring.Source;

/// The arithmetic of annual reports (国办公开办函〔2021〕30号), with what was expected and what is there.
final class AnnualReportCheck implements Check {

  @Override
  public void check(Authored.Content content, Findings findings) {
    for (Entry<Item> entry : content.items()) {
      if (entry.entity().details() instanceof Details.AnnualReport(int year, AnnualFigures f)) {
        Source source = entry.source();
        int line = source.lineOf("annualReport");
        AnnualArithmetic.check(f)
            .forEach(
                error ->
                    findings.add(
                        error.rule(),
                        source,
                        line,
                        year,
                        error.where(),
                        error.expected(),
                        error.actual()));
      }
    }
  }
}
