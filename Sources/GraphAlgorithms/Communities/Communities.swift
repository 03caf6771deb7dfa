import GraphCore

/// Nodes divided into communities, and how good the division is.
public struct Communities: Sendable, Hashable {
  /// The community of each node.
  public let partition: Partition
  /// How good the division is, measured by `measure`.
  public let quality: Double
  /// What the quality is: the search made it as large as it could.
  package let measure: CommunityQuality
  /// Which of the runs found it, from 0.
  package let run: Int

  /// A division and its quality.
  package init(partition: Partition, quality: Double, measure: CommunityQuality, run: Int) {
    self.partition = partition
    self.quality = quality
    self.measure = measure
    self.run = run
  }
}

/// What makes a division into communities a good one.
public enum CommunityQuality: String, CaseIterable, Codable, Sendable {
  /// More ties inside than the degrees alone would lead one to expect; see ``Modularity``.
  case modularity
  /// More ties inside than a share γ of the pairs, the resolution: Σ over communities of e − γ n (n − 1) / 2, with
  /// ordered pairs in directed graphs. Unlike modularity it finds small communities in large graphs too.
  case constantPotts = "constant-potts"
}

/// What becomes of the signs of ties when communities are sought.
public enum CommunitySigns: String, CaseIterable, Codable, Sendable {
  /// Signs count when there is a hostile tie.
  case automatic
  /// A hostile tie binds like a friendly one.
  case ignored
  /// Hostile ties drive apart.
  case used
}

/// The quality function of a division: what counts as a tie, and how many are expected.
struct CommunityRule: Sendable {
  let quality: CommunityQuality
  let resolution: Double
  let weight: TieWeight
  let signs: CommunitySigns

  /// Refuses a resolution that is not one.
  func check() throws(AlgorithmError) {
    guard resolution >= 0 && resolution < .infinity else {
      throw .invalidParameter(name: "resolution", value: "\(resolution)", needed: "a finite number from 0")
    }
  }

  /// The weight of every edge, below 0 for hostile ones; `nil` when each counts 1.
  func values(of graph: CSRGraph) throws(AlgorithmError) -> [Double]? {
    if signs == .used || (signs == .automatic && SignedTies.hasHostile(graph)) {
      return try SignedTies.values(of: graph, weight)
    }
    let strengths = try weight.strengths(of: graph)
    try graph.checkStrengths(strengths)
    if let strengths, 4 * strengths.reduce(0, +) == .infinity {
      throw .sumTooLarge(of: strengths, what: "four times the sum of all strengths")
    }
    return strengths
  }
}

/// Checks the options that searches for communities share.
enum CommunityChecks {
  /// - Throws: `.invalidParameter` for a count below 1.
  static func atLeastOne(_ value: Int, _ name: String) throws(AlgorithmError) {
    guard value >= 1 else {
      throw .invalidParameter(name: "\(name)", value: "\(value)", needed: "a whole number from 1")
    }
  }
}
