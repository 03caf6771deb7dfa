/// One state of a series.
package struct Frame: Sendable {
  /// When it is, under the label it goes by.
  package let date: FrameDate
  /// The state.
  package let snapshot: Snapshot

  /// A state under a date.
  package init(date: FrameDate, snapshot: Snapshot) {
    self.date = date
    self.snapshot = snapshot
  }
}

/// States of a network in the order of time.
///
/// Made of one network and a ``SnapshotSchedule``, of several networks that are a frame each, or of one network whose
/// relations say in an attribute which frame they belong to. The order in which networks or relations are given changes
/// nothing.
public struct SnapshotSeries: Sendable {
  /// The states, in the order of time.
  package let frames: [Frame]
  /// The days on which something changes after the last state, up to the end of the period asked for.
  package let changesAfterLastDay: [Day]

  /// Which knowledge a state of a series shows.
  public enum Knowledge: String, CaseIterable, Codable, Sendable {
    /// What the query says: all evidence, or that published by one day.
    case fixed
    /// What was published by the last day that the state shows.
    case asOfEachDate = "as-of-each-date"
  }

  /// How a schedule is looked at.
  package enum View: String, CaseIterable, Codable, Sendable {
    /// As of each day.
    case days
    /// Windows from each date to the next.
    case windows
  }

  /// States of one network over a period.
  ///
  /// - Parameters:
  ///   - query: What is looked at; its time is not used.
  ///   - admits: The relations whose changes count, for a schedule of every change.
  /// - Throws: That the schedule gives no dates.
  package init(
    of network: ActorNetwork, _ schedule: SnapshotSchedule, view: View = .days, knowledge: Knowledge = .fixed,
    query: SnapshotQuery = SnapshotQuery(), where admits: (Relation) -> Bool = { _ in true }
  ) throws(ScheduleProblem) {
    let taker = SnapshotTaker(of: network, query)
    let dates =
      switch view {
      case .days: try schedule.days(of: [network], where: admits).map { FrameDate($0) }
      case .windows: try schedule.windows(of: [network], where: admits).map { FrameDate($0) }
      }
    changesAfterLastDay = view == .days ? try schedule.changesAfterLastDay(of: [network], where: admits) : []
    var frames: [Frame] = []
    for date in dates {
      let known = knowledge == .fixed ? nil : date.lastDay
      var snapshot = taker.snapshot(at: date.time, knownBy: known)
      // States that hold the same share their lists, so that many states of few changes take little memory.
      if let last = frames.last?.snapshot, snapshot.isSame(as: last) { snapshot = snapshot.sharing(last) }
      frames.append(Frame(date: date, snapshot: snapshot))
    }
    self.frames = frames
  }

  /// States that are a network each.
  ///
  /// A network under a day is looked at as of that day, one under a month, year or other period over the whole of it,
  /// and one under a label that names no time as of the last day it has itself.
  ///
  /// - Throws: That two of them have the same date.
  package init(
    of networks: [FrameNetwork], knowledge: Knowledge = .fixed, query: SnapshotQuery = SnapshotQuery()
  ) throws(FrameProblem) {
    let sorted = networks.sorted { $0.date < $1.date }
    for (first, second) in zip(sorted, sorted.dropFirst()) where first.date.isSame(as: second.date) {
      let names = [first, second].map { $0.name ?? $0.network.id }.sorted()
      throw .sameDate(first.date.label, names[0], names[1])
    }
    changesAfterLastDay = []
    frames = sorted.map { frame in
      let known = knowledge == .fixed ? nil : frame.date.lastDay
      return Frame(
        date: frame.date,
        snapshot: SnapshotTaker(of: frame.network, query).snapshot(at: frame.date.time, knownBy: known))
    }
  }

  /// States that are the parts of one network: an attribute of each relation says to which frame it belongs.
  ///
  /// A relation whose attribute is a list belongs to several frames. An actor belongs to a frame when its own attribute
  /// of that name says so, or when a relation of the frame ties it; so the actors of a frame are those it is about. The
  /// frame's relations no longer have the attribute, which would make one tie another in each frame.
  ///
  /// - Throws: That no relation has such an attribute, with those that there are, or that one lacks it.
  package init(
    of network: ActorNetwork, by attribute: String, knowledge: Knowledge = .fixed,
    query: SnapshotQuery = SnapshotQuery()
  ) throws(FrameProblem) {
    var members: [String: [Int]] = [:]
    for (position, relation) in network.relations.enumerated() {
      guard let labels = relation.attributes.first(where: { $0.key == attribute })?.values, !labels.isEmpty else {
        guard position > 0 || network.relations.contains(where: { $0.attributes.contains { $0.key == attribute } })
        else { throw .noAttribute(attribute, known: Self.attributes(of: network)) }
        throw .frameless(relation: relation.id, attribute)
      }
      for label in Set(labels) { members[label, default: []].append(position) }
    }
    var declared: [String: Set<String>] = [:]
    for actor in network.actors {
      for label in actor.attributes.first(where: { $0.key == attribute })?.values ?? [] {
        declared[label, default: []].insert(actor.id)
      }
    }
    let taker = SnapshotTaker(of: network, query)
    changesAfterLastDay = []
    frames = Set(members.keys).union(declared.keys).map { FrameDate($0) }.sorted().map { date in
      let snapshot = taker.snapshot(
        at: date.time, knownBy: knowledge == .fixed ? nil : date.lastDay, among: members[date.label] ?? [])
      var present = declared[date.label] ?? []
      var relations = snapshot.relations
      for i in relations.indices { relations[i].attributes.removeAll { $0.key == attribute } }
      for relation in relations {
        present.insert(relation.ends.first)
        present.insert(relation.ends.second)
      }
      return Frame(
        date: date,
        snapshot: snapshot.restricted(
          to: network.actors.filter { present.contains($0.id) }, relations: relations))
    }
  }

  /// The states that lie within a time, both days included.
  ///
  /// - Throws: That a state names no time, or that none lies within it.
  package func between(_ from: Day?, _ to: Day?) throws(FrameProblem) -> SnapshotSeries {
    var kept: [Frame] = []
    for frame in frames {
      guard let period = frame.date.period else { throw .timeless(frame.date.label) }
      if let from, period.end <= from { continue }
      if let to, period.start > to { continue }
      kept.append(frame)
    }
    guard !kept.isEmpty else { throw .noneWithin(from, to) }
    return SnapshotSeries(frames: kept)
  }

  /// States in the order of time.
  private init(frames: [Frame]) {
    self.frames = frames
    changesAfterLastDay = []
  }

  private static func attributes(of network: ActorNetwork) -> [String] {
    Set(network.relations.flatMap { $0.attributes.map(\.key) }).sorted()
  }
}

/// A network that is one state of a series.
package struct FrameNetwork: Sendable {
  /// The state.
  package let network: ActorNetwork
  /// When it is.
  package let date: FrameDate
  /// What messages call it; its id when `nil`.
  package let name: String?

  /// A network under a date.
  package init(_ network: ActorNetwork, date: FrameDate, name: String? = nil) {
    self.network = network
    self.date = date
    self.name = name
  }

  /// A network under the last day that anything in it is dated to.
  ///
  /// - Throws: That nothing in it is dated.
  package init(_ network: ActorNetwork, name: String? = nil) throws(FrameProblem) {
    guard let day = network.lastDay else { throw .undated(name ?? network.id) }
    self.init(network, date: FrameDate(day), name: name)
  }
}

/// Why there is no series of frames.
package enum FrameProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// Two frames have the same date.
  case sameDate(String, String, String)
  /// Nothing says when a frame is.
  case undated(String)
  /// No relation has the attribute.
  case noAttribute(String, known: [String])
  /// A relation lacks the attribute.
  case frameless(relation: String, String)
  /// A frame's label names no time, so that it lies neither within a time nor without.
  case timeless(String)
  /// No frame lies within a time.
  case noneWithin(Day?, Day?)

  /// Whether what was asked for is at fault, and not the data.
  package var isAboutOptions: Bool {
    switch self {
    case .noAttribute, .timeless, .noneWithin: true
    case .sameDate, .undated, .frameless: false
    }
  }

  /// What is wrong, and what to do.
  package var description: String {
    switch self {
    case .sameDate(let date, let first, let second):
      "two frames have the date \(date): \(first) and \(second); give each a date of its own, or merge them first"
    case .undated(let name):
      "\(name) says nowhere when it is: no relation in it is dated; write its date before it, as in 2021=\(name)"
    case .noAttribute(let name, let known):
      "no relation has an attribute '\(name)' that says to which frame it belongs"
        + (known.isEmpty
          ? "; they have no attributes"
          : NearestNames(to: name, among: Set(known)).first.map { "; did you mean '\($0)'?" }
            ?? "; attributes are \(known.joined(separator: ", "))")
    case .frameless(let relation, let name):
      "relation \(relation) has no '\(name)', so that nothing says to which frame it belongs"
    case .timeless(let label): "the frame '\(label)' names no time, so that a first and a last day cannot choose frames"
    case .noneWithin(let from, let to):
      "no frame lies \(from.map { "on or after \($0) " } ?? "")\(to.map { "up to \($0)" } ?? "")"
    }
  }
}
