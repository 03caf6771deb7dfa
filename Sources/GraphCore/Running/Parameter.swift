/// One option of an algorithm as scripts, forms and indexes see it.
public struct Parameter<Algorithm>: Sendable {
  /// The name on the command line and in JSON.
  public let name: String
  /// What it does, in one line.
  public let help: String
  /// What a value may be.
  public let values: ParameterValues
  /// The value now, as text.
  public let read: @Sendable (Algorithm) -> String
  /// Sets the value from text; `false` when the text does not fit ``values``.
  public let write: @Sendable (inout Algorithm, String) -> Bool
  /// Sets nodes, pairs or a partition; `nil` for an option that is plain text. The floors above turn names into them.
  public let place: (@Sendable (inout Algorithm, NodeChoice) -> Bool)?

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
  public static func number(
    _ name: String, _ path: WritableKeyPath<Algorithm, Double> & Sendable, in range: ClosedRange<Double>, _ help: String
  ) -> Parameter {
    Parameter(name: name, help: help, values: .number(range), read: { "\($0[keyPath: path])" }) { algorithm, text in
      guard let value = Double(text), range.contains(value) else { return false }
      algorithm[keyPath: path] = value
      return true
    }
  }

  /// A whole number within bounds.
  public static func integer(
    _ name: String, _ path: WritableKeyPath<Algorithm, Int> & Sendable, in range: ClosedRange<Int>, _ help: String
  ) -> Parameter {
    Parameter(name: name, help: help, values: .integer(range), read: { "\($0[keyPath: path])" }) { algorithm, text in
      guard let value = Int(text), range.contains(value) else { return false }
      algorithm[keyPath: path] = value
      return true
    }
  }

  /// A whole number within bounds, or `none`.
  public static func integer(
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
  public static func choice<Choice: RawRepresentable & CaseIterable & Sendable>(
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
  public static func flag(
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
  public static func seed(_ name: String, _ path: WritableKeyPath<Algorithm, UInt64> & Sendable) -> Parameter {
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
  public static func node(
    _ name: String, _ path: WritableKeyPath<Algorithm, Int> & Sendable, _ help: String
  ) -> Parameter {
    Parameter(name: name, help: help, values: .node) { algorithm, choice in
      guard case .node(let node) = choice else { return false }
      algorithm[keyPath: path] = node
      return true
    }
  }

  /// One node or several.
  public static func nodes(
    _ name: String, _ path: WritableKeyPath<Algorithm, [Int]> & Sendable, _ help: String
  ) -> Parameter {
    Parameter(name: name, help: help, values: .nodes) { algorithm, choice in
      guard case .nodes(let nodes) = choice else { return false }
      algorithm[keyPath: path] = nodes
      return true
    }
  }

  /// Pairs of nodes.
  public static func pairs(
    _ name: String, _ path: WritableKeyPath<Algorithm, [NodePair]> & Sendable, _ help: String
  ) -> Parameter {
    Parameter(name: name, help: help, values: .pairs) { algorithm, choice in
      guard case .pairs(let pairs) = choice else { return false }
      algorithm[keyPath: path] = pairs
      return true
    }
  }

  /// Every node in one group.
  public static func partition(
    _ name: String, _ path: WritableKeyPath<Algorithm, Partition> & Sendable, _ help: String
  ) -> Parameter {
    Parameter(name: name, help: help, values: .partition) { algorithm, choice in
      guard case .partition(let partition) = choice else { return false }
      algorithm[keyPath: path] = partition
      return true
    }
  }
}

/// Nodes as the value of a parameter.
public enum NodeChoice: Sendable, Hashable {
  /// One node.
  case node(Int)
  /// Several nodes.
  case nodes([Int])
  /// Pairs of nodes.
  case pairs([NodePair])
  /// Every node in one group.
  case partition(Partition)
}

/// What the value of a parameter may be.
public enum ParameterValues: Sendable, Hashable {
  /// A number within bounds.
  case number(ClosedRange<Double>)
  /// A whole number within bounds.
  case integer(ClosedRange<Int>)
  /// A whole number within bounds, or `none`.
  case optionalInteger(ClosedRange<Int>)
  /// One of these words.
  case choice([String])
  /// A whole number from 0 to 2⁶⁴ − 1.
  case seed
  /// One node.
  case node
  /// One node or several.
  case nodes
  /// Pairs of nodes: each of several with each other, or one with all.
  case pairs
  /// A way to divide all nodes into groups.
  case partition
  /// Words, or `none` where they may be left out.
  case text
  /// Several texts, with semicolons between them.
  case texts

  /// In words, for a message or an index.
  public var description: String {
    switch self {
    case .number(let range): Self.words(for: range)
    case .integer(let range):
      range.upperBound == .max
        ? "a whole number from \(range.lowerBound)" : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .optionalInteger(let range): ParameterValues.integer(range).description + ", or none"
    case .choice(let words): words.joined(separator: ", ")
    case .seed: "a whole number from 0"
    case .node: "an actor by id, name or alias"
    case .nodes: "actors by id, name or alias, with commas or + between them"
    case .pairs: "one actor, for its pairs with all others, or several, for the pairs among them"
    case .partition: "given, kind, attribute/NAME or a method of groups"
    case .text: "words"
    case .texts: "words, with semicolons between several"
    }
  }

  /// Bounds as people say them: the largest number below 1 is "below 1", 0.0 is 0.
  private static func words(for range: ClosedRange<Double>) -> String {
    func plain(_ value: Double) -> String {
      value.rounded() == value ? "\(value)".replacing(".0", with: "") : "\(value)"
    }
    let lower = range.lowerBound
    let upper = range.upperBound
    let from =
      lower.rounded() != lower && lower.nextDown.rounded() == lower.nextDown
      ? "above \(plain(lower.nextDown))" : "from \(plain(lower))"
    if upper == .infinity || upper == .greatestFiniteMagnitude { return "a number \(from)" }
    let isBelow = upper.rounded() != upper && upper.nextUp.rounded() == upper.nextUp
    return "a number \(from) \(isBelow ? "to below \(plain(upper.nextUp))" : "to \(plain(upper))")"
  }
}
