import ActorModel

/// What became of everything in a file: read, merged, dropped, repaired.
public struct ImportReport: Hashable, Sendable {
  /// The format read.
  public var format: String
  /// Counts by what was counted, in the order of the report: `rows read`, `ties merged`.
  public var counts: [ImportCount]
  /// Warnings, with place and reason.
  public var diagnostics: [Diagnostic]
  /// What a reader should know that is no fault: that every tie stands in both directions.
  public var notes: [String]
  /// What was merged, dropped or repaired, with line and reason, in the order of the file; the first
  /// ``changeLimit`` of each kind, while the counts say how many there were.
  public var changes: [ImportChange]
  /// Rows that could not be read and were set aside, whole, as the options allowed.
  public var refusedRows: [RefusedRow]
  /// For how many of the relations kept the file does not state a strength, a confidence or a status.
  public var unstated: UnstatedFields
  /// Lines with comments, which no network holds; counted in network files, which people write by hand.
  public var commentLines = 0

  /// How many changes of each kind are listed.
  public static let changeLimit = 1000

  /// A report on a file in a format.
  public init(
    format: String, counts: [ImportCount] = [], diagnostics: [Diagnostic] = [], notes: [String] = [],
    changes: [ImportChange] = [], refusedRows: [RefusedRow] = [], unstated: UnstatedFields = UnstatedFields()
  ) {
    self.format = format
    self.counts = counts
    self.diagnostics = diagnostics
    self.notes = notes
    self.changes = changes
    self.refusedRows = refusedRows
    self.unstated = unstated
  }

  /// The counts in one line, those of 0 left out where there are others: `3 actors read, 3 actors kept, 2 ties read`.
  public var summary: String {
    let shown = counts.filter { $0.count > 0 }
    return (shown.isEmpty ? counts : shown).map { "\($0.count) \($0.what)" }.joined(separator: ", ")
  }

  /// How often something was counted; 0 where it was not.
  public func count(_ what: String) -> Int { counts.first { $0.what == what }?.count ?? 0 }
}
