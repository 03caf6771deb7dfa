/// The problems of a file that could not be read; at least one is an error.
public struct Diagnostics: Error, Hashable, Sendable {
  /// The problems: errors first, then warnings, each in the order of the file.
  public let list: [Diagnostic]

  /// The problems of a file, in the order of the file. Where no problem is an error, all are: reading ended with them.
  public init(_ list: [Diagnostic]) {
    let sorted = list.errorsFirst
    self.list = sorted.first?.severity == .error ? sorted : sorted.map(\.asError)
  }
}
