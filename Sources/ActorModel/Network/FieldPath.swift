/// The place of a value inside a network: `relations[3].evidence[0].source`.
public struct FieldPath: Hashable, Sendable, CustomStringConvertible {
  /// One step of the path.
  public enum Step: Hashable, Sendable {
    /// Into a named field.
    case key(String)
    /// Into a place of a list.
    case index(Int)
  }

  /// The steps from the top.
  public let steps: [Step]

  /// The network itself.
  package static let root = FieldPath(steps: [])

  /// The path with one more named field.
  package func key(_ name: String) -> FieldPath { FieldPath(steps: steps + [.key(name)]) }

  /// The path with one more place of a list.
  package func index(_ position: Int) -> FieldPath { FieldPath(steps: steps + [.index(position)]) }

  /// The path one step shorter; `nil` at the root.
  package var parent: FieldPath? { steps.isEmpty ? nil : FieldPath(steps: Array(steps.dropLast())) }

  /// The path in the form `relations[3].until`.
  public var description: String {
    steps.reduce(into: "") { text, step in
      switch step {
      case .key(let name): text += text.isEmpty ? name : ".\(name)"
      case .index(let position): text += "[\(position)]"
      }
    }
  }
}
