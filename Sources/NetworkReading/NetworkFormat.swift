/// A format of files that hold networks: what it is called, and by which names of files it is known.
///
/// A format that is read is a ``NetworkReader`` too, one that is written a `NetworkWriter`; many are both.
public protocol NetworkFormat: Sendable {
  /// The name by which it is asked for: `graphml`.
  var id: String { get }
  /// The name in a sentence: "GraphML".
  var title: String { get }
  /// Endings of file names, without the point, in small letters; the first is the usual one.
  var fileExtensions: [String] { get }
}
