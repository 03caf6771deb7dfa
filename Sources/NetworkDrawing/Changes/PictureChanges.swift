/// What changed between two times, as values ready to be drawn.
///
/// The drawing shows the relations of both times; this says what became of each. Whoever compares networks fills it
/// in: a drawing compares nothing.
public struct PictureChanges: Hashable, Sendable {
  /// The earlier time in words: `2024-12-31`.
  public var before: String
  /// The later time in words.
  public var after: String
  /// What became of each relation, by id; one that is not named is unchanged.
  public var relations: [String: TieChange] = [:]
  /// The strengths before of relations that are stronger or weaker now.
  public var strengthsBefore: [String: Double] = [:]
  /// Pairs whose tie as a whole turned from positive to negative or back.
  public var flippedPairs: Set<FlippedPair> = []
  /// What became of actors, by id.
  public var actors: [String: ActorChange] = [:]
  /// What ranks are by; `nil` where there are none.
  public var measure: String?

  /// Changes between two times.
  public init(before: String, after: String) {
    self.before = before
    self.after = after
  }

  /// What became of a relation.
  func change(of relation: String) -> TieChange { relations[relation] ?? .unchanged }
}

/// What became of an actor.
public struct ActorChange: Hashable, Sendable {
  /// Its rank at the earlier time; `nil` when it had none.
  public var rankBefore: Int?
  /// Its rank at the later time; `nil` when it has none.
  public var rankAfter: Int?
  /// Whether it is there only now, or not any more.
  public var presence = Presence.both

  /// When the actor is there.
  public enum Presence: String, CaseIterable, Hashable, Sendable {
    /// At both times.
    case both
    /// Only at the later time.
    case new
    /// Only at the earlier time.
    case gone
  }

  /// An actor's ranks.
  public init(rankBefore: Int? = nil, rankAfter: Int? = nil, presence: Presence = .both) {
    self.rankBefore = rankBefore
    self.rankAfter = rankAfter
    self.presence = presence
  }

  /// `9 → 4 ▲`; `nil` where the rank is the same.
  var text: String? {
    guard rankBefore != rankAfter else { return nil }
    switch (rankBefore, rankAfter) {
    case (let before?, let after?): return "\(before) → \(after) \(after < before ? "▲" : "▼")"
    case (nil, let after?): return "new at \(after)"
    case (let before?, nil): return "was \(before)"
    case (nil, nil): return nil
    }
  }
}

/// Two actors whose tie as a whole changed its sign.
public struct FlippedPair: Hashable, Sendable {
  /// The actor whose id sorts first.
  public let first: String
  /// The other.
  public let second: String
  /// Whether the tie is positive now.
  public let isPositiveNow: Bool

  /// A pair, in either order.
  public init(_ a: String, _ b: String, isPositiveNow: Bool) {
    first = min(a, b)
    second = max(a, b)
    self.isPositiveNow = isPositiveNow
  }
}
