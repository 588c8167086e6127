package cn.gongkai.kiosk.app;

import cn.gongkai.content.model.Details;
import cn.gongkai.kiosk.screen.annualreport.AnnualReportPages;
import cn.gongkai.kiosk.screen.codes.BigCodePage;
import cn.gongkai.kiosk.screen.directory.OfficePages;
import cn.gongkai.kiosk.screen.document.DocumentPages;
import cn.gongkai.kiosk.screen.gazette.IssuePages;
import cn.gongkai.kiosk.screen.interpretation.InterpretationPages;
import cn.gongkai.kiosk.screen.item.ItemPages;
import cn.gongkai.kiosk.screen.particulars.ParticularPages;
import cn.gongkai.kiosk.ui.reader.Dossier;
import cn.gongkai.kiosk.ui.reader.ItemPage;
import cn.gongkai.kiosk.ui.reader.ReaderPorts;

/// The natural page of every kind of item.
public final class ItemPageMaker implements ItemPages {

  @Override
  public ItemPage of(Dossier dossier, ReaderPorts ports) {
    ParticularPages particulars = new ParticularPages(dossier, ports);
    return switch (dossier.item().details()) {
      case Details.Plain ignored -> DocumentPages.of(dossier, ports);
      case Details.GazetteIssue issue -> IssuePages.of(dossier, issue, ports);
      case Details.Interpretation i -> InterpretationPages.of(dossier, i, ports);
      case Details.Code code -> new BigCodePage(dossier, code, ports);
      case Details.AnnualReport report -> AnnualReportPages.of(dossier, report, ports);
      case Details.Answer answer -> particulars.answer(answer);
      case Details.Campaign campaign -> particulars.campaign(campaign);
      case Details.Event event -> particulars.event(event);
      case Details.CreditEntry entry -> particulars.credit(entry);
      case Details.Service service -> particulars.service(service);
      case Details.Proposal proposal -> particulars.proposal(proposal);
      case Details.Office office -> OfficePages.of(dossier, office, ports);
    };
  }
}
