import ActorModel

/// An algorithm as somebody writes it: `betweenness:scale=pairs`, `pagerank:damping=0.9,tolerance=1e-12`.
struct AlgorithmText {
  let name: String
  let options: [AlgorithmOption]

  init(_ text: String) throws(AlgorithmTextError) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    name = parts.first.map(String.init) ?? ""
    var options: [AlgorithmOption] = []
    if parts.count > 1 {
      for pair in parts[1].split(separator: ",", omittingEmptySubsequences: false) {
        let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard sides.count == 2 else { throw .malformed(String(pair)) }
        options.append(AlgorithmOption(name: sides[0], value: sides[1]))
      }
    }
    self.options = options
  }

  /// The kind named, with the options written.
  func choice<Output>(
    among kinds: [AlgorithmKind<Output>], _ what: String
  ) throws(AlgorithmTextError) -> AlgorithmChoice<Output> {
    guard let kind = kinds.first(where: { $0.summary.id == name }) else {
      let known = kinds.map(\.summary.id)
      throw .unknown(name, what: what, nearest: NearestNames(to: name, among: known).first, known: known)
    }
    return try kind.choice(options)
  }
}
