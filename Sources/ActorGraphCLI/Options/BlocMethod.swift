import ActorGraph

/// How blocs are found, on the command line: a method with its parameters, or `given` for those of the file.
enum BlocMethod {
  /// The method that a text names.
  static func chosen(_ text: String) throws(CommandFailure) -> BlocAnalysis.Method {
    if text == "given" { return .given }
    do {
      return .found(try GroupingCatalog().choice(text))
    } catch {
      guard case .unknown = error else { throw .usage(error.description) }
      throw .usage(error.description + ", or given")
    }
  }
}
