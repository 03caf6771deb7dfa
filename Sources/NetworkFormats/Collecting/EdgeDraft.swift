import NetworkReading

/// What a reader of a format with free attributes has found of one edge.
struct EdgeDraft: Sendable {
  var weight: Double?
  var details = ImportCollector.EdgeDetails()

  /// The details; `nil` when there are none.
  var detailsIfAny: ImportCollector.EdgeDetails? { details == ImportCollector.EdgeDetails() ? nil : details }
}
