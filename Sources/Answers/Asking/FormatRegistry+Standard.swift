import EventFeeds
import NetworkFormats

extension FormatRegistry {
  /// All formats of the package: those of networks and tables, and the feeds of events.
  public static let standard = FormatRegistry(feeds: [GDELTFormat()])
}
