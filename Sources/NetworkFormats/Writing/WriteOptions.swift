import ActorModel

/// What changes how a file is written; each format heeds what concerns it.
public struct WriteOptions: Hashable, Sendable {
  /// Whether texts in tables are kept from being run as formulas by spreadsheets, as ``SpreadsheetGuard`` does.
  public var guardsFormulas = true
  /// The fields that records have.
  package var fields = NetworkFields.standard

  /// Tables that a spreadsheet can open without harm.
  public init() {}
}
