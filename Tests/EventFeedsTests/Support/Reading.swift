import ActorModel
import NetworkReading
import Testing

/// Reads a text in a format.
func read(
  _ text: String, as format: some NetworkReader, name: String = "net.x", options: ReadOptions = ReadOptions()
) throws(Diagnostics) -> ImportedNetwork {
  try format.read(InputFile(name: name, bytes: Array(text.utf8)), options: options)
}

/// The problems of a text that must not be readable.
func problems(
  _ text: String, as format: some NetworkReader, options: ReadOptions = ReadOptions(),
  sourceLocation: SourceLocation = #_sourceLocation
) -> [String] {
  problems(Array(text.utf8), as: format, options: options, sourceLocation: sourceLocation)
}

/// The problems of bytes that must not be readable.
func problems(
  _ bytes: [UInt8], as format: some NetworkReader, options: ReadOptions = ReadOptions(),
  sourceLocation: SourceLocation = #_sourceLocation
) -> [String] {
  do {
    let read = try format.read(InputFile(name: "f", bytes: bytes), options: options)
    Issue.record("read \(read.network.relations.count) ties instead of refusing", sourceLocation: sourceLocation)
    return []
  } catch {
    #expect(error.list.contains { $0.severity == .error }, sourceLocation: sourceLocation)
    return error.list.map(\.description)
  }
}

/// What the counts of every import must do: what was read was kept, merged or dropped.
func expectReconciled(_ report: ImportReport, sourceLocation: SourceLocation = #_sourceLocation) {
  #expect(
    report.count("ties read") == report.count("ties kept") + report.count("ties merged") + report.count("ties dropped"),
    sourceLocation: sourceLocation)
  #expect(
    report.count("actors read") == report.count("actors kept") + report.count("actors merged"),
    sourceLocation: sourceLocation)
}
