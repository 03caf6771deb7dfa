import ActorModel

/// Which states of the networks of a study make a series.
public struct StateSelection: Codable, Hashable, Sendable {
  /// What a state is.
  public enum Kind: Codable, Hashable, Sendable {
    /// The first network at each date of a schedule.
    case dates(every: SnapshotSchedule.Step)
    /// The first network from each date of a schedule to the next.
    case windows(every: SnapshotSchedule.Step)
    /// A part of the first network: an attribute of the relations says to which they belong.
    case frames(by: String)
    /// Each network, under its own date.
    case networks
  }

  /// What a state is.
  public var kind: Kind
  /// The first day; `nil` for the first that anything is dated to.
  public var from: Day?
  /// The last day, itself included; `nil` for the last that anything is dated to.
  public var to: Day?
  /// Which knowledge each state shows.
  public var knowledge = SnapshotSeries.Knowledge.fixed

  /// States of a kind; by default one for each date on which something changes.
  public init(_ kind: Kind = .dates(every: .change), from: Day? = nil, to: Day? = nil) {
    self.kind = kind
    self.from = from
    self.to = to
  }
}

/// The graphs of a series of states.
struct StateSeries: Sendable {
  /// The graphs, in the order of time.
  let graphs: ProjectedSeries
  /// The networks they are of, in the order of time.
  let inputs: [Study.Input]
  /// The days on which something changes after the last state, up to the end of the period asked for.
  let changesAfterLastDay: [Day]
  /// What the series does not show; `nil` where it shows everything.
  let passedOver: Phrase?
  /// What should be known about states in which nothing holds.
  let notices: [Phrase]
}

extension SnapshotSeries {
  /// "3 dates with changes after 2023-07-01, the last date shown, up to 2023-09-15": what the series does not show;
  /// `nil` where it shows everything.
  package var passedOver: Phrase? {
    guard let last = changesAfterLastDay.last, let shown = frames.last?.date.label else { return nil }
    let dates = ViewDescription.count(changesAfterLastDay.count, "date")
    return "\(dates) with changes after \(shown), the last date shown, up to \(last.description)"
      + "\(Remedy.lookAtEachChange)"
  }
}
