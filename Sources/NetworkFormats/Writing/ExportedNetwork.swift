/// A network as written, and what the format could not hold.
public struct ExportedNetwork: Sendable {
  /// The file's contents.
  public let bytes: [UInt8]
  /// What was lost, field by field: `evidence of 37 relations`.
  public let losses: [String]
  /// Further files that belong to the first, where a format needs several: the nodes beside the edges.
  public let additionalFiles: [AdditionalFile]

  /// Contents and losses.
  public init(bytes: [UInt8], losses: [String], additionalFiles: [AdditionalFile] = []) {
    self.bytes = bytes
    self.losses = losses
    self.additionalFiles = additionalFiles
  }
}
