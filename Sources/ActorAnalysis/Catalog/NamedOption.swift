import ActorModel
import GraphCore

/// An option that names actors or blocs, before they are looked up in a network.
struct NamedOption: Sendable {
  /// The option's name.
  let name: String
  private let text: String
  private let values: ParameterValues
  private let blocs: BlocAnalysis.Method?

  init(_ name: String, text: String, values: ParameterValues) throws(AlgorithmTextError) {
    self.name = name
    self.text = text
    self.values = values
    blocs = values == .partition ? try BlocAnalysis.Method(text) : nil
  }

  /// Checks that everything named is in a network.
  func check(in network: ActorNetwork) throws(AlgorithmTextError) {
    if let blocs {
      try blocs.check(in: network)
    } else {
      _ = try actors(in: network)
    }
  }

  /// The nodes of what is named.
  func nodes(in projected: ProjectedGraph, _ context: RunContext) throws(AlgorithmError) -> NodeChoice {
    if let blocs { return .partition(try blocs.partition(of: projected, needed: true, context)) }
    let network = projected.snapshot.network
    let found: [Actor]
    do {
      found = try actors(in: network)
    } catch {
      throw .undefined(reason: "\(error)", advice: "name actors of the network")
    }
    var nodes: [Int] = []
    for actor in found {
      guard let node = projected.node(ofActor: actor.id) else {
        throw .undefined(
          reason: "\(actor.name) is not in the graph \(projected.snapshot.timeDescription)",
          advice: "choose a day on which it exists")
      }
      // Parts rolled up into one whole are one node.
      if !nodes.contains(node) { nodes.append(node) }
    }
    switch values {
    case .node: return .node(nodes[0])
    case .pairs: return .pairs(Self.pairs(nodes, of: projected.graph.nodeCount))
    default: return .nodes(nodes)
    }
  }

  /// The pairs of one node with all others, or of several with each other.
  private static func pairs(_ nodes: [Int], of count: Int) -> [NodePair] {
    guard nodes.count == 1 else {
      return nodes.indices.flatMap { first in nodes[(first + 1)...].map { NodePair(nodes[first], $0) } }
    }
    return (0..<count).filter { $0 != nodes[0] }.map { NodePair(nodes[0], $0) }
  }

  /// The actors named: at least one, and only one where one is asked for.
  private func actors(in network: ActorNetwork) throws(AlgorithmTextError) -> [Actor] {
    var pieces: [Substring] = []
    var rest = text[...]
    while let end = rest.firstIndex(where: { $0 == "," || $0 == "+" }) {
      pieces.append(rest[..<end])
      rest = rest[rest.index(after: end)...]
    }
    pieces.append(rest)
    var actors: [Actor] = []
    var first = 0
    while first < pieces.count {
      // The longest run of pieces that is a name: some names hold a comma.
      func word(through last: Int) -> String {
        String(text[pieces[first].startIndex..<pieces[last].endIndex]).trimmingSpaces
      }
      let last = (first..<pieces.count).last { (try? network.actor(named: word(through: $0))) != nil }
      do throws(UnknownActor) {
        actors.append(try network.actor(named: word(through: last ?? first)))
      } catch {
        throw .unknownName(parameter: name, problem: error.description)
      }
      first = (last ?? first) + 1
    }
    if values == .node && actors.count > 1 {
      throw .unknownName(parameter: name, problem: "'\(text)' names \(actors.count) actors, and one is needed")
    }
    return actors
  }
}

extension String {
  /// The text without spaces at its ends.
  fileprivate var trimmingSpaces: String {
    guard let first = firstIndex(where: { $0 != " " }), let last = lastIndex(where: { $0 != " " }) else { return "" }
    return String(self[first...last])
  }
}
