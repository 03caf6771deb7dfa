import ActorModel

/// A network as read, and what became of everything in the file.
public struct ImportedNetwork: Sendable {
  /// The network.
  public let network: ActorNetwork
  /// What became of everything in the file.
  public let report: ImportReport

  /// A network and the report on its reading.
  public init(network: ActorNetwork, report: ImportReport) {
    self.network = network
    self.report = report
  }
}
