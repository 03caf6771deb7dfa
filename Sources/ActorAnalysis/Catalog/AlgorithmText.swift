import ActorModel

/// An algorithm as somebody writes it: `betweenness:scale=pairs`, `pagerank:damping=0.9,tolerance=1e-12`.
///
/// A part without `=` goes on with the list before it: `subset-betweenness:sources=RUS,BLR,targets=EU`.
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
        if sides.count == 2 {
          options.append(AlgorithmOption(name: sides[0], value: sides[1]))
        } else if let list = options.popLast(), !pair.isEmpty {
          options.append(AlgorithmOption(name: list.name, value: "\(list.value),\(pair)"))
        } else {
          throw .malformed(String(pair))
        }
      }
    }
    self.options = options
  }

  /// The kind named, with the options written.
  func choice<Output>(
    among kinds: [AlgorithmKind<Output>], _ what: String, seed: UInt64? = nil, preset: [AlgorithmOption] = []
  ) throws(AlgorithmTextError) -> AlgorithmChoice<Output> {
    try kind(among: kinds, what).choice(options, seed: seed, preset: preset)
  }

  /// The kind named, with the options written; `nil` where none has the name.
  func choiceIfKnown<Output>(
    among kinds: [AlgorithmKind<Output>]
  ) throws(AlgorithmTextError) -> AlgorithmChoice<Output>? {
    guard let kind = kinds.first(where: { $0.summary.id == name }) else { return nil }
    return try kind.choice(options)
  }

  /// The kind named.
  func kind<Output>(
    among kinds: [AlgorithmKind<Output>], _ what: String
  ) throws(AlgorithmTextError) -> AlgorithmKind<Output> {
    guard let kind = kinds.first(where: { $0.summary.id == name }) else {
      let known = kinds.map(\.summary.id)
      throw .unknown(name, what: what, nearest: NearestNames(to: name, among: known).first, known: known)
    }
    return kind
  }
}
