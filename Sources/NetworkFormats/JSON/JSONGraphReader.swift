import ActorModel
import NetworkReading

/// What the JSON graph formats share: nodes and edges as objects, whose other keys are attributes.
struct JSONGraphReader {
  var graph: ImportCollector
  /// How often a value was passed over that no attribute can hold, by its key.
  private var skipped: [String: (count: Int, first: TextLocation)] = [:]
  private var nulls = 0

  init(graph: ImportCollector) { self.graph = graph }

  /// The values of an object by key; an error and `nil` where it is none.
  mutating func fields(of node: SourceNode, _ what: String) -> [SourceNode.Pair]? {
    guard case .mapping(let pairs) = node.value else {
      graph.log.error(node.location, "\(what) is \(node.shape), but should be an object")
      return nil
    }
    return pairs
  }

  mutating func items(of node: SourceNode?, _ what: String) -> [SourceNode] {
    guard let node else { return [] }
    guard case .sequence(let items) = node.value else {
      graph.log.error(node.location, "\(what) is \(node.shape), but should be a list")
      return []
    }
    return items
  }

  /// A text or number that names something.
  mutating func identifier(_ node: SourceNode, _ what: String) -> String? {
    guard case .scalar(let text, let isQuoted) = node.value, isQuoted || DecimalNumber.isJSON(text) else {
      graph.log.error(node.location, "\(what) is neither a text nor a number", "write a text in double quotes")
      return nil
    }
    return text
  }

  /// A single text or number; `nil` where there is none.
  func text(_ node: SourceNode?) -> String? {
    guard let node, !node.isAbsent, case .scalar(let text, _) = node.value else { return nil }
    return text
  }

  mutating func flag(_ node: SourceNode?, _ what: String) -> Bool? {
    guard let node, !node.isAbsent else { return nil }
    switch node.value {
    case .scalar("true", isQuoted: false): return true
    case .scalar("false", isQuoted: false): return false
    default:
      graph.log.error(node.location, "\(what) is neither true nor false")
      return nil
    }
  }

  /// Reads one key of a node.
  mutating func set(_ pair: SourceNode.Pair, of actor: inout Actor) {
    guard let value = value(of: pair) else { return }
    switch value {
    case .single(let text): graph.setField(pair.key, to: text, of: &actor, at: pair.value.location)
    case .list(let words): add(pair, words, to: &actor.attributes)
    }
  }

  /// Reads one key of an edge.
  mutating func set(_ pair: SourceNode.Pair, of edge: inout EdgeDraft) {
    guard let value = value(of: pair) else { return }
    switch value {
    case .single(let text): graph.setField(pair.key, to: text, of: &edge, at: pair.value.location)
    case .list(let words): add(pair, words, to: &edge.details.attributes)
    }
  }

  private enum Value {
    case single(String)
    case list([String])
  }

  private mutating func add(_ pair: SourceNode.Pair, _ words: [String], to attributes: inout [Attribute]) {
    guard attributes.count < SourceLimits.attributes else {
      return graph.log.error(pair.location, "more than \(SourceLimits.attributes) attributes of one actor or tie")
    }
    for word in words { graph.checkText(word, pair.key, at: pair.value.location) }
    attributes.append(Attribute(pair.key, list: words))
  }

  /// What an attribute can hold: a text, number or truth value, or a list of such.
  private mutating func value(of pair: SourceNode.Pair) -> Value? {
    guard !pair.value.isAbsent else {
      nulls += 1
      return nil
    }
    switch pair.value.value {
    case .scalar(let text, _): return .single(text)
    case .sequence(let items):
      let words = items.compactMap(text)
      if words.count == items.count { return .list(words) }
      fallthrough
    case .mapping:
      skipped[pair.key, default: (0, pair.location)].count += 1
      return nil
    }
  }

  /// Adds the warnings on what was passed over, and hands the graph back.
  mutating func finished() -> ImportCollector {
    for (key, found) in skipped.sorted(by: { $0.value.first < $1.value.first }) {
      graph.log.warning(
        found.first, "the nested value '\(key)' of \(found.count) nodes or edges is not kept",
        "networks have no nested attributes")
    }
    if nulls > 0 { graph.notes.append("\(nulls) keys without a value (null) were passed over") }
    return graph
  }
}
