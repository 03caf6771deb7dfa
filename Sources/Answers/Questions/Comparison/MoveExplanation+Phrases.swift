import ActorAnalysis
import ActorModel

extension MoveExplanation {
  /// `Russia rose from rank 7 to 3 in betweenness (score +0.1031); three changes account for 84 %`
  func sentence(by measure: String) -> Phrase {
    let told: Phrase = "\(move.actor) \(path) in \(measure) (score \(move.scoreChange, as: .change)\(others))"
    let works = "\(Self.number(opposing.count)) \(opposing.count == 1 ? "works" : "work")"
    // Shares above the whole are no percentage that anybody can read.
    guard covered <= 1.0005 else {
      let cause = causes.count == 1 ? "one change gives" : "\(Self.number(causes.count)) changes give"
      return "\(told); \(cause) more than the whole, \(opposing.isEmpty ? "others work" : works) against it"
    }
    let cause = causes.count == 1 ? "one change accounts" : "\(Self.number(causes.count)) changes account"
    return "\(told); \(cause) for \(covered, as: .percent)\(opposing.isEmpty ? "" : "; \(works) against it")"
  }

  /// A rank may fall while the score rises: the shares are of the score.
  private var others: String {
    guard let before = move.before, let after = move.after else { return "" }
    if after.rank > before.rank, move.scoreChange > 0 { return ", while others gained more" }
    if after.rank < before.rank, move.scoreChange < 0 { return ", while others lost more" }
    return ""
  }

  private var path: String {
    guard let before = move.before else { return "came in at rank \(move.after?.rank ?? 0)" }
    guard let after = move.after else { return "left from rank \(before.rank)" }
    if before.rank == after.rank { return "kept rank \(after.rank)" }
    return "\(after.rank < before.rank ? "rose" : "fell") from rank \(before.rank) to \(after.rank)"
  }

  private static func number(_ count: Int) -> String {
    let words = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    return count < words.count ? words[count] : "\(count)"
  }
}

extension NetworkChange {
  /// What happened, in a word.
  var kind: String {
    switch self {
    case .added: "added"
    case .ended: "ended"
    case .changed: "changed"
    case .actors: "actors"
    case .setting: "setting"
    }
  }

  /// What it is called: the relation, or a word.
  var cell: Cell {
    switch self {
    case .added, .ended, .changed: .relation(id)
    case .actors, .setting: .text(id)
    }
  }

  /// What it is called: the relation, or a word.
  var name: Phrase {
    switch self {
    case .added, .ended, .changed: "\(relation: id)"
    case .actors, .setting: "\(id)"
    }
  }

  /// What happened, with what it rests on.
  var sentence: Phrase {
    switch self {
    case .added(let relation): "added: \(relation.sentence)"
    case .ended(let relation): "ended: \(relation.sentence)"
    case .changed(let change): "changed: \(change.after.sentence), \(change.fields.text)"
    case .actors(let added, let removed):
      added.isEmpty && removed.isEmpty
        ? "actors: they are parts of others than before"
        : "actors: \((added.map { "+\(actor: $0)" as Phrase } + removed.map { "−\(actor: $0)" }).joined(separator: ", "))"
    case .setting: "the days or the file that ages, memberships and directions are read from"
    }
  }
}
