import ActorModel

/// A format of files that networks are read from.
public protocol NetworkReader: NetworkFormat {
  /// What reading needs and heeds, and how sure the format's looks are.
  var reading: ReaderTraits { get }

  /// Whether the first characters of a text look like this format; asked where the ending does not tell.
  func recognises(_ beginning: String) -> Bool

  /// Reads a network.
  ///
  /// - Throws: All problems of the file, when at least one is an error; nothing of the file is used then.
  func read(_ file: InputFile, options: ReadOptions) throws(Diagnostics) -> ImportedNetwork
}

extension NetworkReader {
  /// Looks of its own, no options for tables, and the memory that most formats need.
  public var reading: ReaderTraits { ReaderTraits() }

  /// Reads a network as the file says.
  ///
  /// - Throws: All problems of the file, when at least one is an error; nothing of the file is used then.
  public func read(_ file: InputFile) throws(Diagnostics) -> ImportedNetwork { try read(file, options: ReadOptions()) }
}
