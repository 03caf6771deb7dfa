/// What somebody who asked can do about an answer or a refusal; each face of the program words it in its own way.
///
/// The command line names an option, a form would name a field, and a page says nothing where nothing can be done.
public enum Remedy: Sendable, Hashable {
  /// Show so many rows.
  case showRows(Int)
  /// Show so many statements of a step.
  case showStatements(Int)
  /// Look for more routes than were asked for.
  case findMoreRoutes
  /// Explain all the same why ranks moved, from so many pairs of random orders.
  case explain(pairs: Int)
  /// Show changes by relation, and not by pair of actors.
  case showRelations
  /// Look at each change, and not at dates apart.
  case lookAtEachChange
  /// Say when to look first and last.
  case giveFirstAndLastDay
  /// Ask another question about the same: a measure that another question takes.
  case ask(question: String, algorithm: String)
  /// Count ties of an actor with itself, of which so many were left out.
  case keepLoops(Int)
  /// Let paths run both ways along each tie, where many actors only act or only receive.
  case letPathsRunBothWays
  /// Take a form for programs, which holds so many more numbers for each actor.
  case takeAllNumbers(Int)
  /// Show so many rows of each kind, or take a form for programs, which holds all.
  case showRowsOfEachKind(Int)
  /// Ask without an age, where nothing is dated.
  case leaveOutAge
  /// Let the proof of the least frustration search for longer.
  case searchLonger
  /// Run an algorithm on a network.
  case run(algorithm: String)
  /// Run an algorithm on the network that comes with the program.
  case tryOut(algorithm: String)
  /// Ask for the definition of an algorithm.
  case define
  /// Set the seed of the whole run, which an algorithm takes where it names none of its own.
  case setSeed
  /// Name the actor that a route leads to.
  case nameTarget
  /// Name no actor that a route leads to: the method leads to all.
  case nameNoTarget
  /// Name where a route begins and ends apart from the method.
  case nameEnds
}
