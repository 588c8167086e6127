package cn.gongkai.content.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// What the law and the county's platform require to be known about a piece of information. The six
/// dates are kept apart and never restamped.
///
/// @param indexNumber 索引号
/// @param documentNumber 发文字号
/// @param registrationNumber 规范性文件登记编号
/// @param issuingAuthority 发文机关: who signs
/// @param jointAuthorities 联合发文机关, the leading one first
/// @param publisher 发布机构: who put it on the platform
/// @param source 信息来源
/// @param signedOn 成文日期
/// @param issuedOn 发文日期
/// @param publishedAt 发布日期, the source's own value, never the time of a synchronisation
/// @param effectiveOn 施行日期: first day in force
/// @param expiresOn 有效期至: last day in force
/// @param invalidatedOn 废止日期: first day no longer in force
/// @param stated 有效性 as the publisher states it
/// @param invalidatedBy 废止依据 in words; the successor itself is a relation
/// @param themes 主题分类, codes such as `0801`
/// @param genre 文种
/// @param abstractText 内容概述 (条例 art. 12), at most 300 characters
/// @param mode 公开方式
/// @param disclosureBasis 公开依据, for example `条例第二十条第（一）项`
/// @param level 公开层级
/// @param division 所属区划
/// @param telephone 咨询电话
/// @param sourceUrl 原文链接
/// @param onlineUntil last moment it may be shown
public record OfficialMetadata(
    Optional<IndexNumber> indexNumber,
    Optional<DocumentNumber> documentNumber,
    Optional<String> registrationNumber,
    Optional<String> issuingAuthority,
    List<String> jointAuthorities,
    String publisher,
    Optional<String> source,
    Optional<LocalDate> signedOn,
    Optional<LocalDate> issuedOn,
    OffsetDateTime publishedAt,
    Optional<LocalDate> effectiveOn,
    Optional<LocalDate> expiresOn,
    Optional<LocalDate> invalidatedOn,
    Validity stated,
    Optional<String> invalidatedBy,
    List<String> themes,
    Optional<Genre> genre,
    List<String> keywords,
    Optional<String> abstractText,
    DisclosureMode mode,
    List<String> disclosureBasis,
    DisclosureLevel level,
    DivisionCode division,
    Optional<String> telephone,
    Optional<URI> sourceUrl,
    Optional<OffsetDateTime> onlineUntil) {

  public OfficialMetadata {
    jointAuthorities = List.copyOf(jointAuthorities == null ? List.of() : jointAuthorities);
    themes = List.copyOf(themes == null ? List.of() : themes);
    keywords = List.copyOf(keywords == null ? List.of() : keywords);
    disclosureBasis = List.copyOf(disclosureBasis == null ? List.of() : disclosureBasis);
    stated = stated == null ? Validity.UNSTATED : stated;
    mode = mode == null ? DisclosureMode.PROACTIVE : mode;
    level = level == null ? DisclosureLevel.COUNTY : level;
    InvalidValue.require(!publisher.isBlank(), "MODEL-PUBLISHER", "a publisher is required");
    InvalidValue.require(
        effectiveOn.isEmpty()
            || expiresOn.isEmpty()
            || !expiresOn.get().isBefore(effectiveOn.get()),
        "MODEL-DATES",
        "expires %s before it takes effect %s",
        expiresOn,
        effectiveOn);
  }

  /// What holds on a day. Repeal beats expiry, expiry beats what was stated, and a document whose
  /// first day is still to come is not yet in force.
  public Validity validityOn(LocalDate day) {
    if (stated == Validity.REPEALED && invalidatedOn.isEmpty()
        || invalidatedOn.isPresent() && !day.isBefore(invalidatedOn.get())) {
      return Validity.REPEALED;
    }
    if (stated == Validity.EXPIRED || expiresOn.isPresent() && day.isAfter(expiresOn.get())) {
      return Validity.EXPIRED;
    }
    if (effectiveOn.isPresent() && day.isBefore(effectiveOn.get())) {
      return Validity.NOT_YET_IN_FORCE;
    }
    boolean dated = effectiveOn.isPresent() || expiresOn.isPresent() || invalidatedOn.isPresent();
    if (stated == Validity.REPEALED || stated == Validity.UNSTATED && dated) {
      return Validity.IN_FORCE;
    }
    return stated;
  }

  @JsonIgnore
  public LocalDate publishedOn() {
    return publishedAt.toLocalDate();
  }
}
