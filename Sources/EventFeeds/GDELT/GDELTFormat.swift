import ActorModel
import NetworkReading

/// Event tables of GDELT 1.0 and 2.0, as the project publishes them.
///
/// Each event becomes a relation from its first actor to its second: the type is what CAMEO's root code says, the sign
/// that of Goldstein's scale and the strength its size, it holds on the day of the event, and its source is the report
/// that it was found in. Actors go by their CAMEO codes; `RUSGOV` is a part of `RUS`, so that a roll-up gives the
/// network of countries. Other columns of the actors may be chosen as `source` and `target` by the options for tables.
/// Events with one actor are no relations: they are dropped and counted.
///
/// - Source: The GDELT event database, data format codebooks 1.03 and 2.0, http://data.gdeltproject.org/documentation/.
public struct GDELTFormat: NetworkReader {
  /// The name by which it is asked for.
  public let id = "gdelt"
  /// The name in a sentence.
  public let title = "GDELT event table"
  /// Endings of file names: the project's files end in .CSV, though their cells are separated by tabs.
  public let fileExtensions = ["csv", "tsv", "tab"]
  /// Of each row less than half is kept.
  public let reading: ReaderTraits = {
    var reading = ReaderTraits()
    reading.tableOptions = [.layout, .badRows]
    reading.memoryPerByte = 8
    return reading
  }()

  /// The format; which columns are the ends, and how many rows may be bad, is said by the options of reading.
  public init() {}

  /// Whether the first line has the columns of an event table.
  public func recognises(_ beginning: String) -> Bool { GDELTBeginning(beginning).isTable }

  /// Reads events row by row.
  public func read(_ file: InputFile, options: ReadOptions) throws(Diagnostics) -> ImportedNetwork {
    let start = try file.checkedStart()
    let graph = file.bytes.withUnsafeBufferPointer { bytes in
      let feed = GDELTFeed(bytes: bytes, from: start, chosen: options.table.columns)
      var gatherer = EventGatherer(feed, into: ImportCollector(file: file.name, options: options))
      return gatherer.gather()
    }
    return try graph.network(format: id)
  }
}
