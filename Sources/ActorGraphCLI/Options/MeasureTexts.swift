import ActorGraph

/// Measures as a user names them.
enum MeasureTexts {
  /// The measures named, or the standard ones; `all` stands for every measure that needs no actor to be named.
  static func choices(
    _ texts: [String], standard: [String], seed: UInt64
  ) throws(CommandFailure) -> [MeasureChoice] {
    try CommandFailure.wording { () throws(QuestionError) in
      try MeasureSelection.actors(texts, standard: standard, seed: seed)
    }
  }
}
