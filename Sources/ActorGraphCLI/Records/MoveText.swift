import ActorGraph

/// Why an actor moved, in words.
enum MoveText {
  /// `Russia rose from 7 to 3 in betweenness (+0.1031); three changes account for 84 %.`
  static func sentence(_ explanation: MoveExplanation, measure: String) -> String {
    let move = explanation.move
    let count = explanation.causes.count
    let opposing = explanation.opposing.count
    let against = opposing == 0 ? "" : "; \(number(opposing)) worked against it"
    let cause = count == 1 ? "one change accounts" : "\(number(count)) changes account"
    let part = NumberText.percent(explanation.covered)
    let change = NumberText.change(move.scoreChange)
    return "\(move.actor.name) \(path(move)) in \(measure) (\(change)); \(cause) for \(part)\(against)"
  }

  private static func path(_ move: RankMove) -> String {
    guard let before = move.before else { return "came in at \(move.after?.rank ?? 0)" }
    guard let after = move.after else { return "left from \(before.rank)" }
    if before.rank == after.rank { return "stayed at \(after.rank)" }
    return "\(after.rank < before.rank ? "rose" : "fell") from \(before.rank) to \(after.rank)"
  }

  /// A change with what it rests on.
  static func change(_ change: NetworkChange) -> String {
    switch change {
    case .added(let relation): "added: " + RelationText.sentence(relation)
    case .ended(let relation): "ended: " + RelationText.sentence(relation)
    case .changed(let change):
      "changed: " + RelationText.sentence(change.after) + ", "
        + change.fields.map { "\($0.field) \($0.before) → \($0.after)" }.joined(separator: ", ")
    case .actors(let added, let removed):
      "actors: " + (added.map { "+\($0)" } + removed.map { "−\($0)" }).joined(separator: ", ")
    }
  }

  private static func number(_ count: Int) -> String {
    let words = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    return count < words.count ? words[count] : "\(count)"
  }
}
