extension Parameter {
  /// A number within bounds, or `none`.
  package static func number(
    _ name: String, _ path: WritableKeyPath<Algorithm, Double?> & Sendable, in range: ClosedRange<Double>,
    _ help: String
  ) -> Parameter {
    Parameter(
      name: name, help: help, values: .optionalNumber(range),
      read: { algorithm in algorithm[keyPath: path].map { "\($0)" } ?? "none" }
    ) { algorithm, text in
      let value = Double(text)
      guard text == "none" || value.map(range.contains) == true else { return false }
      algorithm[keyPath: path] = value
      return true
    }
  }
}
