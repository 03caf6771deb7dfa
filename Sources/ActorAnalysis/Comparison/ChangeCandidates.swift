import ActorModel

/// The relations of every state between two networks, so that a state is a choice among them: nothing about a relation is
/// looked up twice, however many states there are.
struct ChangeCandidates: Sendable {
  /// The relations that every state has.
  let constant: [Relation]
  private let changes: [NetworkChange]
  private let before: Setting
  private let after: Setting

  /// All candidates among the actors of one of the two networks.
  private struct Setting: Sendable {
    let snapshot: Snapshot
    /// Whether both actors of each candidate are there.
    let isPresent: [Bool]

    init(_ candidates: [Relation], in state: Snapshot) {
      let present = Set(state.actors.map(\.id))
      snapshot = state.replacing(relations: candidates)
      isPresent = candidates.map { present.contains($0.ends.first) && present.contains($0.ends.second) }
    }
  }

  init(constant: [Relation], _ changes: [NetworkChange], _ before: Snapshot, _ after: Snapshot) {
    self.constant = constant
    self.changes = changes
    var candidates = constant
    for change in changes {
      switch change {
      case .added(let relation), .ended(let relation): candidates.append(relation)
      case .changed(let change): candidates += [change.before, change.after]
      case .actors, .setting: break
      }
    }
    self.before = Setting(candidates, in: before)
    self.after = Setting(candidates, in: after)
  }

  /// The state in which some of the changes are made.
  func snapshot(made: [Bool]) -> Snapshot {
    var positions = Array(constant.indices)
    var setting = before
    var next = constant.count
    for (change, isMade) in zip(changes, made) {
      switch change {
      case .added:
        if isMade { positions.append(next) }
        next += 1
      case .ended:
        if !isMade { positions.append(next) }
        next += 1
      case .changed:
        positions.append(isMade ? next + 1 : next)
        next += 2
      case .actors, .setting: if isMade { setting = after }
      }
    }
    return setting.snapshot.selecting(positions.filter { setting.isPresent[$0] })
  }
}
