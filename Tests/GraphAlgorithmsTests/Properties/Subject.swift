import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

/// What an algorithm is asked: a graph, and nodes chosen beforehand for those that want a start, an end or blocs.
struct Question: Sendable {
  var graph: CSRGraph
  /// Where paths start.
  var first: Int
  /// Where they end.
  var second: Int
  /// A group for each node.
  var labels: [Int]
  var context = RunContext()

  /// The first and the last node, groups by thirds.
  init(_ graph: CSRGraph) {
    self.graph = graph
    first = 0
    second = graph.nodeCount - 1
    labels = (0..<graph.nodeCount).map { $0 % 3 }
  }

  /// The same question about another graph of at least these nodes.
  func on(_ graph: CSRGraph) -> Question {
    var question = self
    question.graph = graph
    question.labels += (labels.count..<max(labels.count, graph.nodeCount)).map { $0 % 3 }
    return question
  }

  /// The same question with node `v` called `order[v]`.
  func relabelled(_ order: [Int]) -> Question {
    var question = on(graph.relabelled(order))
    question.first = order[first]
    question.second = order[second]
    for node in order.indices { question.labels[order[node]] = labels[node] }
    return question
  }

  /// The same question answered by so many threads.
  func with(threads: Int) -> Question {
    var question = self
    question.context = RunContext(threads: threads)
    return question
  }
}

/// What an algorithm says, as far as it depends on nothing but the question.
struct Answer: Equatable, Sendable {
  /// A number for each node.
  var nodes: [Double] = []
  /// A number for each edge.
  var edges: [Double] = []
  /// Numbers of the whole graph.
  var numbers: [Double] = []
  /// Nodes that belong together.
  var groups: Partition?
  /// The kind of refusal.
  var refusal: String?

  /// Whether all numbers are the same within a share of them, or of 1 where they are smaller.
  func isClose(to other: Answer, _ tolerance: Double = 1e-9) -> Bool {
    refusal == other.refusal && groups == other.groups
      && largestDifference(nodes, other.nodes) <= tolerance && largestDifference(edges, other.edges) <= tolerance
      && largestDifference(numbers, other.numbers) <= tolerance
  }

  /// All numbers multiplied.
  func scaled(by factor: Double) -> Answer {
    func times(_ values: [Double]) -> [Double] { values.map { $0 == .infinity ? $0 : $0 * factor } }
    return Answer(
      nodes: times(nodes), edges: times(edges), numbers: times(numbers), groups: groups, refusal: refusal)
  }

  /// The answer about the first nodes alone.
  func prefix(_ count: Int) -> Answer {
    var answer = self
    answer.nodes = Array(nodes.prefix(count))
    answer.groups = groups.map { Partition(labels: Array($0.groups.prefix(count))) }
    return answer
  }
}

/// What a graph must have for an algorithm.
struct Needs: OptionSet, Sendable {
  let rawValue: Int
  static let directed = Needs(rawValue: 1)
  static let undirected = Needs(rawValue: 2)
  static let signs = Needs(rawValue: 4)
  static let lengths = Needs(rawValue: 8)
  static let strengths = Needs(rawValue: 16)

  func areMet(by graph: CSRGraph) -> Bool {
    !(contains(.directed) && !graph.isDirected) && !(contains(.undirected) && graph.isDirected)
      && !(contains(.signs) && graph.signs == nil) && !(contains(.lengths) && graph.lengths == nil)
      && !(contains(.strengths) && graph.strengths == nil)
  }
}

/// What is known of an algorithm beforehand.
struct Traits: OptionSet, Sendable {
  let rawValue: Int
  /// A node without edges changes nothing for the others (M9).
  static let ignoresIsolated = Traits(rawValue: 1)
  /// What is not connected does not count (M11).
  static let componentwise = Traits(rawValue: 2)
  /// A self-loop changes nothing (M14).
  static let loopBlind = Traits(rawValue: 4)
  /// Parallel edges count as the shortest of them (M15).
  static let mergesParallels = Traits(rawValue: 8)
  /// Which of equal nodes it prefers, or what it draws at random, depends on their numbers.
  static let byNumber = Traits(rawValue: 16)
  /// Nodes with the same neighbours need not score alike, because a start, an end or blocs tell them apart.
  static let asksRoles = Traits(rawValue: 32)

  static let local: Traits = [.ignoresIsolated, .componentwise]
  static let distance: Traits = [.ignoresIsolated, .componentwise, .loopBlind, .mergesParallels]
}

/// An algorithm as properties see it.
struct Subject: Sendable {
  let name: String
  var needs: Needs = []
  var traits: Traits = []
  /// The answer grows with this power of the lengths (M3); `nil` where it is not a power.
  var lengthPower: Int? = 0
  /// The answer grows with this power of the strengths (M3); `nil` where it is not a power.
  var strengthPower: Int? = 0
  /// The algorithm that gives the same answer when every edge is turned round (M8).
  var mirror: String?
  /// What the answer of an undirected graph is multiplied by when every edge becomes two arcs (M16).
  var bothWays: Double?
  /// What a node without edges gets (M9).
  var alone = 0.0
  let run: @Sendable (Question) throws -> Answer

  /// The answer; a refusal is an answer, too.
  func answer(_ question: Question) throws -> Answer {
    do {
      return try run(question)
    } catch let error as AlgorithmError {
      return Answer(refusal: String("\(error)".prefix { $0.isLetter || $0 == " " }))
    }
  }

  /// The algorithm of a name.
  static func named(_ name: String) -> Subject? { all.first { $0.name == name } }

  /// All algorithms, each with the options that make a difference.
  static let all: [Subject] = ties + distances + walks + position + paths + flows + structure + signed + groups + others
}

extension Subject: CustomTestStringConvertible {
  var testDescription: String { name }
}

extension Subject {
  /// A measure of nodes.
  init<Measure: NodeMeasure>(
    _ name: String, _ measure: Measure, needs: Needs = [], _ traits: Traits = [], lengths: Int? = 0,
    strengths: Int? = 0, mirror: String? = nil, bothWays: Double? = nil, alone: Double = 0
  ) {
    self.init(
      name: name, needs: needs, traits: traits, lengthPower: lengths, strengthPower: strengths, mirror: mirror,
      bothWays: bothWays, alone: alone
    ) { Answer(nodes: try measure.run(on: $0.graph, in: $0.context).values) }
  }

  /// Anything else.
  init(
    _ name: String, needs: Needs = [], _ traits: Traits = [], lengths: Int? = 0, strengths: Int? = 0,
    mirror: String? = nil, bothWays: Double? = nil, alone: Double = 0,
    _ run: @escaping @Sendable (Question) throws -> Answer
  ) {
    self.init(
      name: name, needs: needs, traits: traits, lengthPower: lengths, strengthPower: strengths, mirror: mirror,
      bothWays: bothWays, alone: alone, run: run)
  }
}
