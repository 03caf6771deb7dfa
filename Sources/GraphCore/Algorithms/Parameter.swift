/// One option of an algorithm as scripts, forms and indexes see it.
public struct Parameter<Algorithm>: Sendable {
  /// The name on the command line and in JSON.
  public let name: String
  /// What it does, in one line.
  public let help: String
  /// What a value may be.
  public let values: ParameterValues
  /// The value now, as text.
  package let read: @Sendable (Algorithm) -> String
  /// Sets the value from text; `false` when the text does not fit ``values``.
  package let write: @Sendable (inout Algorithm, String) -> Bool
  /// Sets nodes, pairs or a partition; `nil` for an option that is plain text. The floors above turn names into them.
  package let place: (@Sendable (inout Algorithm, NodeChoice) -> Bool)?

  /// An option that is plain text.
  init(
    name: String, help: String, values: ParameterValues, read: @escaping @Sendable (Algorithm) -> String,
    write: @escaping @Sendable (inout Algorithm, String) -> Bool
  ) {
    self.name = name
    self.help = help
    self.values = values
    self.read = read
    self.write = write
    place = nil
  }

  /// An option that means nodes.
  init(
    name: String, help: String, values: ParameterValues,
    place: @escaping @Sendable (inout Algorithm, NodeChoice) -> Bool
  ) {
    self.name = name
    self.help = help
    self.values = values
    self.place = place
    read = { _ in "" }
    write = { _, _ in false }
  }

  /// A number within bounds.
  package static func number(
    _ name: String, _ path: WritableKeyPath<Algorithm, Double> & Sendable, in range: ClosedRange<Double>, _ help: String
  ) -> Parameter {
    Parameter(name: name, help: help, values: .number(range), read: { "\($0[keyPath: path])" }) { algorithm, text in
      guard let value = Double(text), range.contains(value) else { return false }
      algorithm[keyPath: path] = value
      return true
    }
  }

  /// A whole number within bounds.
  package static func integer(
    _ name: String, _ path: WritableKeyPath<Algorithm, Int> & Sendable, in range: ClosedRange<Int>, _ help: String
  ) -> Parameter {
    Parameter(name: name, help: help, values: .integer(range), read: { "\($0[keyPath: path])" }) { algorithm, text in
      guard let value = Int(text), range.contains(value) else { return false }
      algorithm[keyPath: path] = value
      return true
    }
  }

  /// A whole number within bounds, or `none`.
  package static func integer(
    _ name: String, _ path: WritableKeyPath<Algorithm, Int?> & Sendable, in range: ClosedRange<Int>, _ help: String
  ) -> Parameter {
    Parameter(
      name: name, help: help, values: .optionalInteger(range),
      read: { algorithm in algorithm[keyPath: path].map { "\($0)" } ?? "none" }
    ) { algorithm, text in
      let value = Int(text)
      guard text == "none" || value.map(range.contains) == true else { return false }
      algorithm[keyPath: path] = value
      return true
    }
  }

  /// One of a few words.
  package static func choice<Choice: RawRepresentable & CaseIterable & Sendable>(
    _ name: String, _ path: WritableKeyPath<Algorithm, Choice> & Sendable, _ help: String
  ) -> Parameter where Choice.RawValue == String {
    let words = Choice.allCases.map(\.rawValue)
    return Parameter(name: name, help: help, values: .choice(words), read: { $0[keyPath: path].rawValue }) {
      algorithm, text in
      guard let value = Choice(rawValue: text) else { return false }
      algorithm[keyPath: path] = value
      return true
    }
  }

  /// Yes or no, written `true` and `false`.
  package static func flag(
    _ name: String, _ path: WritableKeyPath<Algorithm, Bool> & Sendable, _ help: String
  ) -> Parameter {
    Parameter(name: name, help: help, values: .choice(["true", "false"]), read: { "\($0[keyPath: path])" }) {
      algorithm, text in
      guard let value = Bool(text) else { return false }
      algorithm[keyPath: path] = value
      return true
    }
  }

  /// A random seed.
  package static func seed(_ name: String, _ path: WritableKeyPath<Algorithm, UInt64> & Sendable) -> Parameter {
    Parameter(
      name: name, help: "Seed of the random choices; the same seed gives the same answer.", values: .seed,
      read: { "\($0[keyPath: path])" }
    ) { algorithm, text in
      guard let value = UInt64(text) else { return false }
      algorithm[keyPath: path] = value
      return true
    }
  }
}

extension Parameter {
  /// One node.
  package static func node(
    _ name: String, _ path: WritableKeyPath<Algorithm, Int> & Sendable, _ help: String
  ) -> Parameter {
    Parameter(name: name, help: help, values: .node) { algorithm, choice in
      guard case .node(let node) = choice else { return false }
      algorithm[keyPath: path] = node
      return true
    }
  }

  /// One node or several.
  package static func nodes(
    _ name: String, _ path: WritableKeyPath<Algorithm, [Int]> & Sendable, _ help: String
  ) -> Parameter {
    Parameter(name: name, help: help, values: .nodes) { algorithm, choice in
      guard case .nodes(let nodes) = choice else { return false }
      algorithm[keyPath: path] = nodes
      return true
    }
  }

  /// Pairs of nodes.
  package static func pairs(
    _ name: String, _ path: WritableKeyPath<Algorithm, [NodePair]> & Sendable, _ help: String
  ) -> Parameter {
    Parameter(name: name, help: help, values: .pairs) { algorithm, choice in
      guard case .pairs(let pairs) = choice else { return false }
      algorithm[keyPath: path] = pairs
      return true
    }
  }

  /// Every node in one group.
  package static func partition(
    _ name: String, _ path: WritableKeyPath<Algorithm, Partition> & Sendable, _ help: String
  ) -> Parameter {
    Parameter(name: name, help: help, values: .partition) { algorithm, choice in
      guard case .partition(let partition) = choice else { return false }
      algorithm[keyPath: path] = partition
      return true
    }
  }
}
