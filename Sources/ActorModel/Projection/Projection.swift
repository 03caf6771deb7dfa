/// Says out loud how a snapshot becomes a graph. Printed with every result.
public struct Projection: Hashable, Sendable, Codable {
  /// Kinds of statement that count.
  public var statuses: [Status] = [.fact, .assessment]
  /// Types that count; `nil` for all.
  public var types: [String]?
  /// Signs that count.
  public var signs: [Sign] = Sign.allCases
  /// The least confidence that counts.
  public var minimumConfidence: Double = 0
  /// Which way edges run.
  public var direction: Direction = .stated
  /// What becomes of parallel relations.
  public var combination: Combination = .sum
  /// Which actors count as the whole they are part of.
  public var rollUp: RollUp = .none
  /// What becomes of ties of an actor with itself, whether stated so or made by rolling up.
  public var loops: Loops = .drop
  /// What becomes of actors without ties.
  public var isolates: Isolates = .keep
  /// What the numbers in the file are.
  public var weights: Weights = .strength
  /// How a strength becomes a length.
  public var length: LengthConversion = .inverse
  /// How fast relations lose weight with age; none do unless said so.
  public var halfLives: [HalfLife] = []

  /// Statements of fact and assessment, in the direction stated, parallel strengths added up.
  public init() {}

  /// Which way edges run.
  public enum Direction: String, CaseIterable, Codable, Sendable {
    /// As the relation says; a mutual relation runs both ways. A network of mutual relations alone is an undirected
    /// graph, in which a pair counts once.
    case stated
    /// Against what the relation says.
    case reversed
    /// Both ways alike: the graph is undirected.
    case either
  }

  /// What becomes of parallel relations: several between the same two actors, running the same way.
  public enum Combination: String, CaseIterable, Codable, Sendable {
    /// One edge with the sum of the strengths.
    case sum
    /// One edge with the greatest strength.
    case max
    /// One edge with the mean strength.
    case mean
    /// One edge with the strength of the relation that began last.
    case latest
    /// One edge with 1 − Π(1 − strength); strengths are at most 1.
    case noisyOr = "noisy-or"
    /// An edge each.
    case keep
  }

  /// Which actors count as the whole they are part of.
  public enum RollUp: Hashable, Sendable, Codable {
    /// None.
    case none
    /// All that are part of another.
    case all
    /// The parts of these actors.
    case into([String])
  }

  /// What becomes of ties of an actor with itself.
  public enum Loops: String, CaseIterable, Codable, Sendable {
    /// Left out, and counted.
    case drop
    /// Kept as self-loops.
    case keep
  }

  /// What becomes of actors without ties.
  public enum Isolates: String, CaseIterable, Codable, Sendable {
    /// Nodes without edges.
    case keep
    /// Left out.
    case drop
  }

  /// What the numbers in the file are.
  public enum Weights: String, CaseIterable, Codable, Sendable {
    /// More is closer.
    case strength
    /// More is farther.
    case length
    /// They do not count.
    case none
  }

  /// How a strength becomes a length.
  public enum LengthConversion: String, CaseIterable, Codable, Sendable {
    /// 1 ÷ strength.
    case inverse
    /// −ln(strength); strengths are at most 1.
    case negativeLog = "negative-log"
  }
}

extension Status: Codable {}
extension Sign: Codable {}

extension Projection.RollUp {
  /// Written as `none`, `all` or a list of actors.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .none: try container.encode("none")
    case .all: try container.encode("all")
    case .into(let actors): try container.encode(actors)
    }
  }

  /// Read from `none`, `all` or a list of actors.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let actors = try? container.decode([String].self) {
      self = .into(actors)
      return
    }
    switch try container.decode(String.self) {
    case "none": self = .none
    case "all": self = .all
    case let other: self = .into([other])
    }
  }
}
