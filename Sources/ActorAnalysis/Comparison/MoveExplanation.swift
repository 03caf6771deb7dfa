import ActorModel

/// The few changes that account for most of an actor's move.
///
/// Of the changes that pushed the score the way it went, the fewest whose shares reach the part of the whole change
/// asked for. What pushed the other way stands beside them.
package struct MoveExplanation: Sendable, Hashable {
  /// The move.
  package let move: RankMove
  /// The changes that account for it, the largest share first.
  package let causes: [ChangeShare]
  /// Changes that worked against it and are at least as large as the smallest cause, the largest first.
  package let opposing: [ChangeShare]
  /// The sum of the causes' shares over the change of the score; above 1 where others worked against it.
  package let covered: Double

  /// Explains a move.
  ///
  /// - Parameters:
  ///   - shares: The shares of all changes in the change of the score.
  ///   - part: Which part of the change the causes have to reach.
  /// - Returns: `nil` where the score did not change, or no share is known.
  package init?(of move: RankMove, from shares: [ChangeShare], part: Double = 0.8) {
    let change = move.scoreChange
    guard change != 0, change.isFinite, !shares.isEmpty else { return nil }
    var causes: [ChangeShare] = []
    var sum = 0.0
    // Rounding of a share must not ask for one cause more.
    for share in shares where share.share / change > 0 && sum / change < part - 1e-9 {
      causes.append(share)
      sum += share.share
    }
    guard let least = causes.last else { return nil }
    self.move = move
    self.causes = causes
    opposing = shares.filter { $0.share / change < 0 && abs($0.share) >= abs(least.share) }
    covered = sum / change
  }
}
