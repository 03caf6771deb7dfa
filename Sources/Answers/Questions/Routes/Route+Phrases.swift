import ActorAnalysis
import ActorModel

extension Route {
  /// "+ −": the sign of each step.
  var signSymbols: String { steps.map(\.sign.symbol).joined(separator: " ") }

  /// "+, − (statements of both signs)": the sign of each step, and whether its statements agree.
  var signsInFull: String {
    steps.map { $0.sign.symbol + ($0.hasMixedSigns ? " (statements of both signs)" : "") }.joined(separator: ", ")
  }

  /// What a reader should know before relying on it: steps without a fact, what is anticipated, what is disputed.
  var cautions: Phrase? {
    let unfounded = steps.enumerated().filter { !$1.statuses.contains(.fact) }.map { position, step in
      "step \(position + 1) (\(step.statuses.map(\.rawValue).joined(separator: ", ")))"
    }
    var parts: [Phrase] = unfounded.isEmpty ? [] : ["No fact in \(unfounded.joined(separator: ", "))."]
    let anticipated = steps.flatMap { $0.relations.filter { $0.status == .anticipated } }
    if !anticipated.isEmpty { parts.append("Anticipated: \(anticipated.phrase()).") }
    let disputed = steps.flatMap(\.disputed)
    if !disputed.isEmpty { parts.append("Disputed: \(disputed.phrase()).") }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}

extension RouteStep {
  /// "Afghanistan burdens or is hostile to European Union": what it does, where a tie runs as it is stated.
  func deed(isStated: Bool) -> Phrase {
    guard isStated, opposed.isEmpty else { return "\(from) – \(to) is \(sign.rawValue)" }
    return sign.deed(of: from, to: to) + (hasMixedSigns ? " on balance" : "")
  }
}

extension Sign {
  /// What one actor does to another by a tie of this sign.
  func deed(of from: Actor, to: Actor) -> Phrase {
    switch self {
    case .positive: "\(from) supports \(to)"
    case .negative: "\(from) burdens or is hostile to \(to)"
    case .neutral: "\(from) neither supports nor burdens \(to)"
    }
  }
}

extension Relation {
  /// `RUS → EU` for a step over it; the arrow points as the statement does.
  func tie(from: Actor, to: Actor, isOpposed: Bool) -> Phrase {
    "\(actor: from.id) \(ends.isDirected ? isOpposed ? "←" : "→" : "–") \(actor: to.id)"
  }

  /// When it holds.
  var validityText: String {
    switch (validity.since, validity.until) {
    case (nil, nil): "undated"
    case (let since?, nil): "since \(since)"
    case (nil, let until?): "until \(until)"
    case (let since?, let until?): "\(since) to \(until)"
    }
  }
}
