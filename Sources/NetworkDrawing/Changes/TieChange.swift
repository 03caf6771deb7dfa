/// What became of a relation between two times.
public enum TieChange: String, CaseIterable, Hashable, Sendable {
  /// Only the later time has it.
  case new
  /// Only the earlier time has it.
  case ended
  /// It is stronger than before.
  case strengthened
  /// It is weaker than before.
  case weakened
  /// It turned from positive to negative or back.
  case flipped
  /// Something else about it changed: its status, its confidence, whether sources disagree.
  case restated
  /// It is as before.
  case unchanged

  /// The sign before the name of a changed relation.
  var symbol: String {
    switch self {
    case .new: "★"
    case .ended: "✕"
    case .strengthened: "▲"
    case .weakened: "▼"
    case .flipped: "⇄"
    case .restated: "≁"
    case .unchanged: ""
    }
  }

  /// What it is called in legends and captions.
  var title: String { self == .restated ? "changed otherwise" : rawValue }

  /// What the form of the line takes up beyond its width.
  var extraBreadth: Double {
    switch self {
    case .new: 1.6
    case .strengthened: 4.4
    case .flipped: 4
    case .ended, .weakened, .restated, .unchanged: 0
    }
  }
}
