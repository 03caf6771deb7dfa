/// Which of a network's statements are looked at: as of when, as known when, and resting on what.
public struct SnapshotQuery: Codable, Hashable, Sendable {
  /// The time looked at.
  public enum Time: Codable, Hashable, Sendable {
    /// The day that counts unless another is asked for: `ActorNetwork.lastDay`.
    case last
    /// One day.
    case day(Day)
    /// What holds on the days of a window, put together as the query's mode says.
    case window(DayRange)
  }

  /// The time looked at.
  public var time: Time
  /// How what held within a window is put together.
  public var windowMode: WindowMode
  /// Only evidence published by this day counts; `nil` for all evidence.
  public var knownBy: Day?
  /// Only statements that rest on one of these sources; empty for all.
  public var sources: Set<String>
  /// Only statements that rest on others than these too.
  public var withoutSources: Set<String>

  /// What to look at; by default all statements as of the last day.
  public init(
    time: Time = .last, knownBy: Day? = nil, sources: Set<String> = [], withoutSources: Set<String> = [],
    windowMode: WindowMode = .sum
  ) {
    self.time = time
    self.windowMode = windowMode
    self.knownBy = knownBy
    self.sources = sources
    self.withoutSources = withoutSources
  }
}
