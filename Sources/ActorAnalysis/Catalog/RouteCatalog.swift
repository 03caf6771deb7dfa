/// All algorithms that start from an actor, and lead to another or to all, by name.
package struct RouteCatalog: Sendable {
  /// The algorithms, in the order of the index.
  package let methods: [AlgorithmKind<Finding>]

  /// Options that say where routes begin and end: they are said apart from the method.
  static let ends = ["from", "to", "between"]

  /// All algorithms of the package.
  package init() {
    methods = [
      // From one actor to another
      PathFindings.bidirectional, PathFindings.allShortest, PathFindings.kShortest, PathFindings.widest,
      PathFindings.mostReliable, FlowFindings.edgeDisjoint, FlowFindings.nodeDisjoint, FlowFindings.maximumFlow,
      FlowFindings.minimumCut,
      // From one actor to all
      PathFindings.breadthFirst, PathFindings.dijkstra, PathFindings.bellmanFord, FlowFindings.dominators,
      // Either
      FlowFindings.resistance, FlowFindings.communicability,
    ]
  }

  /// An algorithm and its options from their text, between actors.
  ///
  /// - Parameters:
  ///   - text: The algorithm: `all-shortest-paths:limit=20`.
  ///   - from: The id of the actor that ways start from.
  ///   - to: The id of the actor that ways lead to; `nil` for all.
  /// - Throws: That there is no such method, parameter or value, with those that there are; `.needsTarget` where the
  ///   method needs one; `.leadsToAll` where it takes none; `.endAmongOptions`.
  package func choice(_ text: String, from: String, to: String?) throws(AlgorithmTextError) -> AlgorithmChoice<Finding>
  {
    let parsed = try AlgorithmText(text)
    let kind = try parsed.kind(among: methods, "method")
    let names = kind.parameters.map(\.name)
    var options = parsed.options
    for option in options where Self.ends.contains(option.name) && names.contains(option.name) {
      throw .endAmongOptions(parameter: option.name, algorithm: parsed.name)
    }
    if names.contains("between") {
      options.append(AlgorithmOption(name: "between", value: [from, to].compactMap(\.self).joined(separator: ",")))
    } else {
      options.append(AlgorithmOption(name: "from", value: from))
      if to == nil && names.contains("to") { throw .needsTarget(algorithm: parsed.name) }
      if let to {
        guard names.contains("to") else { throw .leadsToAll(algorithm: parsed.name) }
        options.append(AlgorithmOption(name: "to", value: to))
      }
    }
    return try kind.choice(options)
  }
}
