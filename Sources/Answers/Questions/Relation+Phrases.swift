import ActorModel

extension Relation {
  /// `RUS → IEA recognises +1 (fact, confidence 0.9, disputed; brnn-2025-07-04)`
  var sentence: Phrase {
    let sources = evidence.filter { $0.stance == .supports }.map(\.source)
    let cited: Phrase =
      sources.isEmpty ? "no source" : sources.prefix(3).map { "\(source: $0)" as Phrase }.joined(separator: ", ")
    let more = sources.count > 3 ? " and \(sources.count - 3) more" : ""
    let dispute = isDisputed ? ", disputed" : ""
    return "\(brief) \(weight) (\(status.rawValue), confidence \(confidence, as: .plain)\(dispute); "
      + "\(cited)\(more))"
  }

  /// `RUS → IEA recognises`
  var brief: Phrase { "\(actor: ends.first) \(ends.isDirected ? "→" : "–") \(actor: ends.second) \(shownName)" }

  /// `+0.7`, `−0.9`, `neutral 0.3`
  var weight: Phrase { "\(sign == .neutral ? "neutral " : sign.symbol)\(strength, as: .plain)" }

  /// What sources say otherwise: `brnn-2025-07-04 says since 2025-07-04, not 2025-07-03`
  var contradictions: Phrase {
    disputes.map { dispute -> Phrase in
      dispute.field == "holds"
        ? "\(source: dispute.source) denies it"
        : "\(source: dispute.source) says \(dispute.field) \(dispute.claimed), not \(dispute.stands)"
    }.joined(separator: "; ")
  }

  /// "anticipated, disputed"
  var statusText: String { status.rawValue + (isDisputed ? ", disputed" : "") }

  /// The sources that support it: the first, and how many more.
  var support: Phrase {
    let sources = evidence.filter { $0.stance == .supports }.map(\.source)
    let more = sources.count > 1 ? " and \(sources.count - 1) more" : ""
    return sources.first.map { "\(source: $0)\(more)" } ?? "no source"
  }
}

extension [Relation] {
  /// `R1, R2, R3 and 4 more`
  func phrase(most: Int = 8) -> Phrase {
    let shown = prefix(most).map { "\(relation: $0.id)" as Phrase }.joined(separator: ", ")
    return "\(shown)\(count > most ? " and \(count - most) more" : "")"
  }
}
