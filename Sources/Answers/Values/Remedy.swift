/// What somebody who asked can do about an answer or a refusal; each face of the program words it in its own way.
///
/// The command line names an option, a form would name a field, and a page says nothing where nothing can be done.
public enum Remedy: Sendable, Hashable {
  /// Show so many rows.
  case showRows(Int)
  /// Ask another question about the same: a measure that another question takes.
  case ask(question: String, algorithm: String)
  /// Count ties of an actor with itself, of which so many were left out.
  case keepLoops(Int)
}
