package cn.gongkai.kiosk.screen.particulars;

import cn.gongkai.content.model.Block;
import cn.gongkai.content.model.Details;
import cn.gongkai.kiosk.text.ContentText;
import cn.gongkai.kiosk.ui.blocks.BlockContext;
import cn.gongkai.kiosk.ui.reader.Cards;
import cn.gongkai.kiosk.ui.reader.CommonParts;
import cn.gongkai.kiosk.ui.reader.Dossier;
import cn.gongkai.kiosk.ui.reader.MetadataRows;
import cn.gongkai.kiosk.ui.reader.ReaderPage;
import cn.gongkai.kiosk.ui.reader.ReaderParts;
import cn.gongkai.kiosk.ui.reader.ReaderPorts;
import cn.gongkai.kiosk.ui.scroll.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the pages of particulars: each leads with what a resident came for.
public final class ParticularPages {

  private final Dossier dossier;
  private final ReaderPorts ports;
  private final CommonParts common;

  public ParticularPages(Dossier dossier, ReaderPorts ports) {
    this.dossier = dossier;
    this.ports = ports;
    this.common = new CommonParts(dossier, ports);
  }

  /// 热点回应, 民生连线: the question, then the reply.
  public ReaderPage answer(Details.Answer answer) {
    return page(
        List.of(common.title(), new Piece(() -> Bubbles.question(answer), 6)),
        List.of(new Piece(() -> Bubbles.replyHead(answer), 3)),
        List.of());
  }

  /// 征集调查, 你点我检: whether one can take part today, how, and what came of it.
  public ReaderPage campaign(Details.Campaign campaign) {
    List<Piece> head = new ArrayList<>();
    head.add(common.title());
    head.add(new Piece(() -> ParticularNodes.campaign(dossier, campaign), 5));
    campaign
        .takePart()
        .filter(address -> CampaignState.on(dossier.today(), campaign) == CampaignState.OPEN)
        .ifPresent(
            address ->
                head.add(
                    ParticularNodes.code(
                        address, ContentText.of("campaign.takePart"), ports.panel())));
    List<Piece> after = new ArrayList<>();
    campaign
        .feedback()
        .ifPresent(
            words -> {
              after.add(Cards.heading(ContentText.of("campaign.feedback")));
              after.add(new Piece(() -> ParticularNodes.feedback(words), 5));
            });
    return page(head, List.of(), after);
  }

  /// 新闻发布会, 政府开放日: the date as a leaf of a calendar.
  public ReaderPage event(Details.Event event) {
    return page(
        List.of(common.title(), new Piece(() -> ParticularNodes.event(dossier.today(), event), 8)),
        List.of(),
        List.of());
  }

  /// 红黑榜: on which list, why, on what legal ground, until when.
  public ReaderPage credit(Details.CreditEntry entry) {
    return page(
        List.of(common.title(), new Piece(() -> ParticularNodes.credit(entry), 10)),
        List.of(),
        List.of());
  }

  /// 公共企事业单位, 惠企政策: what, for whom, on what terms, where.
  public ReaderPage service(Details.Service service) {
    List<Piece> head = new ArrayList<>();
    head.add(common.title());
    head.add(new Piece(() -> ServiceCard.of(service, dossier.today()), 12));
    service
        .apply()
        .ifPresent(
            address ->
                head.add(
                    ParticularNodes.code(address, ContentText.of("service.apply"), ports.panel())));
    return page(head, List.of(), List.of());
  }

  /// 建议提案: number, who answers, when answered.
  public ReaderPage proposal(Details.Proposal proposal) {
    return page(
        List.of(common.title(), new Piece(() -> ParticularNodes.proposal(proposal), 6)),
        List.of(),
        List.of());
  }

  private ReaderPage page(List<Piece> head, List<Piece> beforeBody, List<Piece> after) {
    ReaderPage[] made = new ReaderPage[1];
    List<Block> body = dossier.item().body();
    List<Piece> above = new ArrayList<>(head);
    if (!body.isEmpty()) {
      above.addAll(beforeBody);
    }
    List<Piece> below = new ArrayList<>(after);
    below.addAll(common.attachments(() -> made[0]));
    below.add(CommonParts.fields(MetadataRows.ofAny(dossier.item())));
    made[0] =
        new ReaderPage(
            ports,
            Optional.of(dossier.phonePage()),
            new ReaderParts(above, common.related(), body, BlockContext.Face.PLAIN, below));
    return made[0];
  }
}
