import GraphCore

/// How fast relations of a type lose weight with age.
///
///     weight = strength × 2^(−age ÷ half-life)
///
/// The age is counted in days from the relation's beginning to the last day looked at. A relation whose beginning is
/// not dated keeps its weight. What is left is never less than 2^−200 of the strength, so that no tie becomes nothing.
public struct HalfLife: Hashable, Sendable, Codable {
  /// The type of relation; `nil` for all types that have no half-life of their own.
  public var type: String?
  /// After how many days half of the weight is left; more than 0.
  public var days: Double

  /// A half-life of a type; of all types without one of their own when `nil`.
  public init(type: String?, days: Double) {
    self.type = type
    self.days = days
  }

  /// The share of the weight that is left at an age.
  package func share(afterDays age: Int) -> Double {
    ElementaryFunctions.powerOfTwo(max(-200, -Double(age) / days))
  }
}

extension Projection {
  /// The half-life of a type of relation; `nil` where it keeps its weight.
  package func halfLife(ofType type: String) -> HalfLife? {
    halfLives.first { $0.type == type } ?? halfLives.first { $0.type == nil }
  }

  /// The share of a relation's strength that counts in a snapshot: days held in a window, and decay.
  package func share(of relation: Relation, in snapshot: Snapshot) -> Double {
    let held = snapshot.share(of: relation)
    guard let halfLife = halfLife(ofType: relation.type), let age = snapshot.age(of: relation) else { return held }
    return held * halfLife.share(afterDays: age)
  }
}
