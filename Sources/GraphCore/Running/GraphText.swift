/// Words about a graph, in which nodes and edges stay numbers until somebody gives them names.
///
/// A text is written as a string with a label at whatever has a name elsewhere:
///
/// ```swift
/// let text: GraphText = "the strengths of \(node: 3) add up to \(total)"
/// ```
///
/// Its ``description`` speaks of "node 3"; ``named(by:)`` speaks of whatever the node stands for.
public struct GraphText: Sendable, Hashable {
  fileprivate enum Piece: Sendable, Hashable {
    case words(String)
    case node(Int)
    case edge(Int)
  }

  /// No two pieces of words follow one another, so that equal texts are equal values, however they were put together.
  private var pieces: [Piece] = []

  /// A text that names no node and no edge.
  package init(_ words: String) { append(.words(words)) }

  private mutating func append(_ piece: Piece) {
    guard case .words(let words) = piece else { return pieces.append(piece) }
    if words.isEmpty { return }
    if case .words(let before)? = pieces.last {
      pieces[pieces.count - 1] = .words(before + words)
    } else {
      pieces.append(piece)
    }
  }

  /// Whether the text says nothing.
  package var isEmpty: Bool { pieces.isEmpty }

  /// The text with these names in the place of numbers.
  public func named(by names: GraphNames) -> String {
    pieces.reduce(into: "") { text, piece in
      switch piece {
      case .words(let words): text += words
      case .node(let node): text += names.node(node)
      case .edge(let edge): text += names.edge(edge)
      }
    }
  }

  /// One text after another.
  public static func + (first: GraphText, second: GraphText) -> GraphText {
    var text = first
    for piece in second.pieces { text.append(piece) }
    return text
  }
}

extension GraphText: CustomStringConvertible {
  /// The text with nodes and edges as numbers.
  public var description: String { named(by: .numbers) }
}

extension GraphText: ExpressibleByStringInterpolation {
  /// A text without nodes and edges.
  public init(stringLiteral words: String) { self.init(words) }

  /// A text made of pieces.
  public init(stringInterpolation: StringInterpolation) { self = stringInterpolation.text }

  /// A text while it is put together.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = GraphText("")

    /// Nothing yet.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds words.
    public mutating func appendLiteral(_ words: String) { text.append(.words(words)) }

    /// Adds a value as `print` writes it.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      text.append(.words(value.description))
    }

    /// Adds a text with its nodes and edges.
    public mutating func appendInterpolation(_ other: GraphText) { text = text + other }

    /// Adds a node by number.
    public mutating func appendInterpolation(node: Int) { text.append(.node(node)) }

    /// Adds an edge by number.
    public mutating func appendInterpolation(edge: Int) { text.append(.edge(edge)) }
  }
}
