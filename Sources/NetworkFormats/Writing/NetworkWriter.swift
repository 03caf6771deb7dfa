import ActorModel
import NetworkReading

/// A format of files that networks are written to.
public protocol NetworkWriter: NetworkFormat {
  /// Whether a file's ending is enough to choose the format, where another format shares the ending.
  var isChosenByEnding: Bool { get }

  /// Writes a network.
  ///
  /// - Throws: Why the format cannot hold the network at all, or that it is not written.
  func write(_ network: ActorNetwork, options: WriteOptions) throws(UnwritableNetwork) -> ExportedNetwork
}

extension NetworkWriter {
  /// It is.
  public var isChosenByEnding: Bool { true }

  /// Writes a network as the format does without options.
  ///
  /// - Throws: Why the format cannot hold the network at all, or that it is not written.
  public func write(_ network: ActorNetwork) throws(UnwritableNetwork) -> ExportedNetwork {
    try write(network, options: WriteOptions())
  }
}
