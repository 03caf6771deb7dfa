import ActorGraph

/// Why an actor moved, in words.
enum MoveText {
  /// `Russia rose from rank 7 to 3 in betweenness (score +0.1031); three changes account for 84 %`
  static func sentence(_ explanation: MoveExplanation, measure: String) -> String {
    let move = explanation.move
    let count = explanation.causes.count
    let opposing = explanation.opposing.count
    let change = NumberText.change(move.scoreChange)
    let told = "\(move.actor.name) \(path(move)) in \(measure) (score \(change)\(others(move)))"
    // Shares above the whole are no percentage that anybody can read.
    guard explanation.covered <= 1.0005 else {
      let cause = count == 1 ? "one change gives" : "\(number(count)) changes give"
      return "\(told); \(cause) more than the whole, \(opposing == 0 ? "others work" : works(opposing)) against it"
    }
    let cause = count == 1 ? "one change accounts" : "\(number(count)) changes account"
    let against = opposing == 0 ? "" : "; \(works(opposing)) against it"
    return "\(told); \(cause) for \(NumberText.percent(explanation.covered))\(against)"
  }

  /// A rank may fall while the score rises: the shares are of the score.
  private static func others(_ move: RankMove) -> String {
    guard let before = move.before, let after = move.after else { return "" }
    if after.rank > before.rank, move.scoreChange > 0 { return ", while others gained more" }
    if after.rank < before.rank, move.scoreChange < 0 { return ", while others lost more" }
    return ""
  }

  private static func works(_ count: Int) -> String { "\(number(count)) \(count == 1 ? "works" : "work")" }

  private static func path(_ move: RankMove) -> String {
    guard let before = move.before else { return "came in at rank \(move.after?.rank ?? 0)" }
    guard let after = move.after else { return "left from rank \(before.rank)" }
    if before.rank == after.rank { return "kept rank \(after.rank)" }
    return "\(after.rank < before.rank ? "rose" : "fell") from rank \(before.rank) to \(after.rank)"
  }

  /// A change with what it rests on.
  static func change(_ change: NetworkChange) -> String {
    switch change {
    case .added(let relation): "added: " + RelationText.sentence(relation)
    case .ended(let relation): "ended: " + RelationText.sentence(relation)
    case .changed(let change):
      "changed: " + RelationText.sentence(change.after) + ", "
        + FieldText.list(change.fields)
    case .actors(let added, let removed):
      added.isEmpty && removed.isEmpty
        ? "actors: they are parts of others than before"
        : "actors: " + (added.map { "+\($0)" } + removed.map { "−\($0)" }).joined(separator: ", ")
    case .setting: "the days or the file that ages, memberships and directions are read from"
    }
  }

  private static func number(_ count: Int) -> String {
    let words = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    return count < words.count ? words[count] : "\(count)"
  }
}
