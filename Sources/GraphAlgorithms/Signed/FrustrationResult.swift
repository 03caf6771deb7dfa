import GraphCore

/// How frustrated a network is, by which ties, and which divisions are best.
public struct FrustrationResult: Sendable, Hashable {
  /// What the ties weigh that go against the grain of the best division found.
  public let index: Double
  /// No division does with less than this.
  public let lowerBound: Double
  /// Whether it is proved that no division does with less.
  public let isOptimal: Bool
  /// The index as a share of all ties; 0 without ties.
  public let share: Double
  /// What a tie weighs: by strength or by count.
  public let weighing: SignedWeighing
  /// The camps of a best division, two for each part; nodes without a signed tie are alone.
  public let camps: Partition
  /// The side of each node in that division: 1 for the camp of its part's first node, −1 for the other, 0 without a signed
  /// tie. Sides of different parts cannot be compared.
  public let sides: [Int8]
  /// The part of each node, tied by signed ties; nodes without a signed tie are alone.
  public let parts: Partition
  /// What changing sides alone would cost each node in that division.
  public let margins: [Double]
  /// The edges that are friendly across these camps or hostile within one, in ascending order.
  public let frustratedEdges: [Int]
  /// What all best divisions share; `nil` when it was not asked for, or the least is not proved.
  public let divisions: BestDivisions?
  /// What ended the proofs before they were through; `nil` when nothing did.
  package let limit: SearchLimit?

  /// What may end a proof.
  public enum SearchLimit: String, Sendable, Hashable {
    /// The number of steps allowed.
    case steps
    /// The seconds allowed: another run may say otherwise.
    case seconds
  }
}

/// The best divisions into two camps: how many there are, and what they have in common.
///
/// Two nodes are bound when they are together in every best division, or apart in every one. Bound sets are within parts,
/// since the camps of different parts cannot be compared.
public struct BestDivisions: Sendable, Hashable {
  /// How many there are. Divisions that differ only by which camp of a part comes first are one.
  public let count: Int
  /// Whether there are exactly so many; else there are at least so many.
  public let isExact: Bool
  /// Whether it is known of every pair whether it is bound.
  package let isSettled: Bool
  /// The bound set of each node, as far as it is proved.
  package let boundSets: Partition
  /// Nodes that are in the same camp in every best division, in sets of two or more.
  public let sameCamp: [[Int]]
  /// Nodes that may be in either camp: those outside the largest bound set of their part, and all of the part where none
  /// is the largest. Where not all is settled, those of which it was seen.
  public let undecided: [Int]
  /// The edges frustrated in every best division, in ascending order.
  public let alwaysFrustrated: [Int]
  /// The edges frustrated in some best divisions and not in others, in ascending order.
  public let sometimesFrustrated: [Int]
}

/// Makes the result of the camps of the nodes.
struct CampReading {
  private let graph: CSRGraph
  private let weights: WholeWeights
  private let kernel: SignedKernel
  private let found: CampSearch
  private let camps: Partition
  private let parts: Partition

  init(_ graph: CSRGraph, _ weights: WholeWeights, _ kernel: SignedKernel, _ found: CampSearch) {
    self.graph = graph
    self.weights = weights
    self.kernel = kernel
    self.found = found
    let places = found.nodes
    camps = Partition(
      labels: places.indices.map {
        PlaceLabel(part: places[$0].part, side: places[$0].camp, alone: places[$0].camp == 0 ? $0 : -1)
      })
    parts = Partition(
      labels: places.indices.map { PlaceLabel(part: places[$0].part, side: 0, alone: places[$0].camp == 0 ? $0 : -1) })
  }

  private struct PlaceLabel: Hashable {
    let part: Int32
    let side: Int8
    let alone: Int
  }

  func result(weighing: SignedWeighing, isCompared: Bool, end: SearchBudget.End?) -> FrustrationResult {
    let frustrated = (0..<graph.edgeCount).filter(isFrustrated)
    let index = frustrated.reduce(0) { $0 + abs(weights.units[$1]) }
    let total = weights.units.reduce(0) { $0 + abs($1) }
    let isOptimal = found.isOptimal
    let isThrough = isOptimal && (!isCompared || (found.isSettled && found.isCounted))
    return FrustrationResult(
      index: weights.weight(ofUnits: index),
      lowerBound: weights.weight(ofUnits: isOptimal ? index : min(found.lowerBound, index)), isOptimal: isOptimal,
      share: total > 0 ? index / total : 0, weighing: weighing, camps: camps, sides: found.nodes.map(\.camp),
      parts: parts, margins: margins(), frustratedEdges: frustrated,
      divisions: isOptimal && isCompared ? divisions(frustrated) : nil,
      limit: isThrough ? nil : end.map { $0 == .steps ? .steps : .seconds })
  }

  private func isFrustrated(_ edge: Int) -> Bool {
    let isTogether = camps.groups[graph.source(of: edge)] == camps.groups[graph.target(of: edge)]
    return isTogether ? weights.units[edge] < 0 : weights.units[edge] > 0
  }

  private func margins() -> [Double] {
    var margins = [Double](repeating: 0, count: graph.nodeCount)
    for edge in kernel.edges {
      let isTogether = camps.groups[Int(edge.first)] == camps.groups[Int(edge.second)]
      for node in [edge.first, edge.second] { margins[Int(node)] += isTogether ? edge.weight : -edge.weight }
    }
    return margins.map { weights.weight(ofUnits: $0) }
  }

  private func divisions(_ frustrated: [Int]) -> BestDivisions {
    let places = found.nodes
    let bound = Partition(labels: places.indices.map { setLabel($0, places[$0].boundSet) })
    let seen = Partition(labels: places.indices.map { setLabel($0, places[$0].seenSet) })
    var together: [[Int]] = []
    for members in bound.members() {
      for side: Int8 in [1, -1] {
        let same = members.filter { places[$0].camp == side }
        if same.count > 1 { together.append(same) }
      }
    }
    func ends(_ edge: Int) -> (Int, Int) { (graph.source(of: edge), graph.target(of: edge)) }
    let always = frustrated.filter { edge in
      let (source, target) = ends(edge)
      return bound.groups[source] == bound.groups[target]
    }
    let sometimes = (0..<graph.edgeCount).filter { edge in
      let (source, target) = ends(edge)
      return weights.units[edge] != 0 && seen.groups[source] != seen.groups[target]
    }
    return BestDivisions(
      count: found.divisions, isExact: found.isCounted, isSettled: found.isSettled, boundSets: bound,
      sameCamp: together.sorted { $0[0] < $1[0] }, undecided: undecided(seen), alwaysFrustrated: always,
      sometimesFrustrated: sometimes)
  }

  private func setLabel(_ node: Int, _ set: Int32) -> PlaceLabel {
    let place = found.nodes[node]
    return PlaceLabel(part: place.part, side: 0, alone: place.camp == 0 ? node : place.part < 0 ? -1 : Int(set))
  }

  /// The nodes outside the one largest set of their part.
  private func undecided(_ sets: Partition) -> [Int] {
    let sizes = sets.members().map(\.count)
    var largest: [Int32: Int] = [:]
    var isAlone: [Int32: Bool] = [:]
    for (set, members) in sets.members().enumerated() {
      guard let node = members.first, found.nodes[node].camp != 0 else { continue }
      let part = found.nodes[node].part
      if let other = largest[part], sizes[other] >= sizes[set] {
        if sizes[other] == sizes[set] { isAlone[part] = false }
      } else {
        largest[part] = set
        isAlone[part] = true
      }
    }
    return found.nodes.indices.filter { node in
      let part = found.nodes[node].part
      guard found.nodes[node].camp != 0 else { return false }
      return isAlone[part] != true || largest[part] != Int(sets.groups[node])
    }
  }
}
