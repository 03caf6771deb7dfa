import ActorModel

/// What tooltips say: the evidence behind what is drawn.
struct Tooltips {
  let snapshot: Snapshot
  /// The days at which blocs are current.
  private let days: DayRange?
  /// Whether the picture also shows relations that have ended, which an actor's count leaves out.
  private let showsEnded: Bool
  private let fields: NetworkFields

  /// Tooltips of a picture.
  ///
  /// - Parameters:
  ///   - changes: What changed up to the last day of the snapshot; `nil` in a picture of one time.
  ///   - fields: The fields that records have.
  init(snapshot: Snapshot, changes: PictureChanges? = nil, fields: NetworkFields = .standard) {
    self.snapshot = snapshot
    self.fields = fields
    showsEnded = changes != nil
    days =
      changes == nil ? snapshot.days : snapshot.days.flatMap { DayRange(start: $0.end.advanced(by: -1), end: $0.end) }
  }

  /// An actor in a few lines.
  func text(of actor: Actor, tieCount: Int) -> String {
    var lines = [actor.name]
    var facts: [String] = []
    if let kind = actor.kind { facts.append(kind.rawValue) }
    if let existence = Self.text(of: actor.existence) { facts.append(existence) }
    if let whole = actor.partOf { facts.append("part of \(snapshot.network.actor(whole)?.name ?? whole)") }
    facts.append(Caption.count(tieCount, "relation") + (showsEnded ? " now" : " shown"))
    lines.append(facts.joined(separator: " · "))
    let blocs = actor.blocs.filter { isCurrent($0.interval) }.map { snapshot.network.name(ofBloc: $0.bloc) }
    if !blocs.isEmpty { lines.append("in " + blocs.joined(separator: ", ")) }
    if !actor.aliases.isEmpty {
      lines.append("also " + actor.aliases.map(\.name).joined(separator: ", "))
    }
    if let note = actor.note { lines.append(note) }
    lines += fields.actor.further(of: actor).map { "\($0.key): \($0.text)" }
    return Self.joined(lines)
  }

  /// A relation with all that it rests on.
  func text(of relation: Relation) -> String {
    var lines = [headline(of: relation)]
    var facts = [
      relation.sign.rawValue, relation.status.rawValue, "strength \(Self.text(of: relation.strength))",
      "confidence \(Self.text(of: relation.confidence))",
    ]
    if let validity = Self.text(of: relation.validity) { facts.append(validity) }
    if relation.isDisputed { facts.append("disputed") }
    lines.append("\(relation.id): " + facts.joined(separator: " · "))
    if let note = relation.note { lines.append(note) }
    lines += fields.relation.further(of: relation).map { "\($0.key): \($0.text)" }
    lines += relation.evidence.map { "– " + text(of: $0) }
    lines += relation.disputes.map {
      "≠ \($0.field): \($0.stands) here, \($0.claimed) by \(snapshot.network.source($0.source)?.title ?? $0.source)"
    }
    return Self.joined(lines)
  }

  /// Who does what to whom.
  func headline(of relation: Relation) -> String {
    let first = snapshot.network.actor(relation.ends.first)?.name ?? relation.ends.first
    let second = snapshot.network.actor(relation.ends.second)?.name ?? relation.ends.second
    return ShownText.line("\(first) \(relation.ends.isDirected ? "→" : "↔") \(second): \(relation.shownName)")
  }

  private func text(of evidence: Evidence) -> String {
    let source = snapshot.network.source(evidence.source)
    var origin = [source?.title ?? evidence.source]
    if let publisher = source?.publisher { origin.append(publisher) }
    if let published = source?.published { origin.append("\(published)") }
    if let locator = evidence.locator { origin.append(locator) }
    let letter = source?.reliability?.rawValue ?? ""
    let digit = evidence.credibility.map { "\($0.rawValue)" } ?? ""
    if !(letter + digit).isEmpty { origin.append(letter + digit) }
    var text = origin.joined(separator: ", ")
    switch evidence.stance {
    case .supports: break
    case .denies: text += " (denies)"
    case .mentions: text += " (mentions)"
    }
    if let claim = evidence.claim { text += ": \(claim)" }
    if let quote = evidence.quote { text += " “\(quote)”" }
    return text
  }

  /// Whether an interval covers a day looked at.
  func isCurrent(_ interval: Interval) -> Bool { days.map { interval.overlaps($0) } ?? true }

  private static func text(of interval: Interval) -> String? {
    switch (interval.since, interval.until) {
    case (nil, nil): nil
    case (let since?, nil): "since \(since)"
    case (nil, let until?): "until \(until)"
    case (let since?, let until?): "\(since) to \(until)"
    }
  }

  /// A number without an idle `.0`.
  static func text(of number: Double) -> String {
    let text = "\((number * 1000).rounded() / 1000)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func joined(_ lines: [String]) -> String { lines.map(ShownText.line).joined(separator: "\n") }
}
