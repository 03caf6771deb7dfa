extension Parameter {
  /// Words.
  package static func text(
    _ name: String, _ path: WritableKeyPath<Algorithm, String> & Sendable, _ help: String
  ) -> Parameter {
    Parameter(name: name, help: help, values: .text, read: { $0[keyPath: path] }) { algorithm, text in
      algorithm[keyPath: path] = text
      return true
    }
  }

  /// Words, or `none`.
  package static func text(
    _ name: String, _ path: WritableKeyPath<Algorithm, String?> & Sendable, _ help: String
  ) -> Parameter {
    Parameter(name: name, help: help, values: .text, read: { $0[keyPath: path] ?? "none" }) { algorithm, text in
      algorithm[keyPath: path] = text == "none" ? nil : text
      return true
    }
  }

  /// Several texts, with semicolons between them: commas and colons mean something inside them.
  package static func texts(
    _ name: String, _ path: WritableKeyPath<Algorithm, [String]> & Sendable, _ help: String
  ) -> Parameter {
    Parameter(name: name, help: help, values: .texts, read: { $0[keyPath: path].joined(separator: ";") }) {
      algorithm, text in
      algorithm[keyPath: path] = text.split(separator: ";").map(String.init)
      return true
    }
  }
}
