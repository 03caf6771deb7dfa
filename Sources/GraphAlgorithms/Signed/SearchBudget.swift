import GraphCore

/// The budget of a search: how many steps and how much time it may still take.
///
/// Work is counted in ties looked at, five hundred to a step, so that the same input ends at the same place on any machine.
/// A limit in seconds does not, which is why it has to be asked for.
struct SearchBudget {
  /// What ended a search.
  enum End {
    case steps, seconds
  }

  /// Whether branches may be tried at all, or only bounds computed.
  let allowsBranches: Bool
  /// Why the search ended before it was through; `nil` as long as it has not.
  private(set) var end: End?
  private let limit: Int
  private var tiesLeft: Int
  private let deadline: ContinuousClock.Instant?

  /// How many steps the bounds may take where no search was asked for.
  private static let stepsOfBounds = 5_000
  private static let tiesInStep = 500
  /// What a branch costs however small it is.
  static let tiesOfBranch = 100

  /// A budget of steps; with seconds, of time alone.
  init(steps: Int, seconds: Int?) {
    allowsBranches = steps > 0 || seconds != nil
    limit = allowsBranches ? steps : Self.stepsOfBounds
    let ties = limit.multipliedReportingOverflow(by: Self.tiesInStep)
    tiesLeft = seconds != nil || ties.overflow ? .max : ties.partialValue
    deadline = seconds.map { ContinuousClock.now.advanced(by: .seconds($0)) }
  }

  /// Takes work off.
  mutating func spend(_ ties: Int) { tiesLeft -= min(max(ties, 0), tiesLeft) }

  /// Whether there is something left; if not, the search is held to have ended here.
  mutating func hasMore() -> Bool {
    if let deadline, ContinuousClock.now >= deadline { end = .seconds }
    if end == nil && tiesLeft == 0 { end = .steps }
    return end == nil
  }

  /// Whether a branch may be tried; if not, the search is held to have ended here.
  mutating func hasBranch() -> Bool {
    guard hasMore() else { return false }
    if !allowsBranches { end = .steps }
    spend(Self.tiesOfBranch)
    return allowsBranches
  }

  /// How far the search is; it may end at any time.
  var progress: RunProgress {
    let total = deadline == nil ? limit : .max
    return RunProgress(
      done: deadline == nil ? limit - tiesLeft / Self.tiesInStep : (Int.max - tiesLeft) / Self.tiesInStep,
      total: total, mayEndEarly: true)
  }
}
