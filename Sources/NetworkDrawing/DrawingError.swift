import ActorModel

/// Why there is no picture.
public enum DrawingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// More than can be drawn.
  case tooLarge(actors: Int, relations: Int)
  /// The projection does not fit the snapshot.
  case projection(ProjectionError)
  /// A style or a position that cannot be drawn.
  case unfit(String)
  /// The memory for it is more than there is, or than the run may take.
  case memory(String)
  /// Graphviz failed.
  case graphviz(task: String, messages: String)

  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .tooLarge(let actors, let relations):
      "\(actors) actors and \(relations) relations are too many for a picture, which holds "
        + "\(Drawing.mostActors) and \(Drawing.mostRelations); choose types, statuses or a higher confidence, "
        + "roll parts up, or write GraphML and use a program for large graphs"
    case .projection(let error): error.description
    case .unfit(let why), .memory(let why): why
    case .graphviz(let task, let messages):
      "Graphviz could not \(task)" + (messages.isEmpty ? "" : ": \(messages)")
    }
  }
}
