import ActorModel
import NetworkReading

/// Gathers the events of a feed into a network: each becomes a relation from its first actor to its second, which holds
/// on the day of the event and rests on the report that the event was found in.
///
/// Events with one actor are no relations: they are dropped and counted. An event that stands twice is one.
struct EventGatherer<Feed: EventFeed> {
  /// A row that was read, to tell whether another with its id says the same.
  private struct KnownRow {
    let row: Range<Int>
    let line: Int
  }

  private var feed: Feed
  private var graph: ImportCollector
  private let badRowLimit: Int
  private var actors = EventActors()
  /// Rows by the ids of their events.
  private var known: [String: KnownRow] = [:]
  /// Positions of sources by their ids.
  private var sources: [String: Int] = [:]
  /// How many events there are of each class.
  private var quadClasses = [0, 0, 0, 0]
  /// What was warned of once.
  private var warned: Set<String> = []
  private var rows = 0
  private var headerRows = 0
  private var blankRows = 0
  private var lonelyRows = 0
  private var repeatedRows = 0
  private var badRows = 0

  /// The events of a feed, gathered into what a file holds.
  init(_ feed: Feed, into graph: ImportCollector) {
    self.feed = feed
    self.graph = graph
    badRowLimit = graph.options.table.badRowLimit
  }

  /// Reads all rows.
  mutating func gather() -> ImportCollector {
    // Where no row has the columns of the feed, one message says so.
    while !(feed.title == nil && badRows > badRowLimit), let row = feed.nextRow() {
      rows += 1
      switch row {
      case .event(let event): add(event)
      case .blank: blankRows += 1
      case .header: headerRows += 1
      case .unreadable(let failure): refuse(failure)
      case .unusable(let failure):
        graph.log.error(failure.place, failure.message, failure.fix)
        finish()
        return graph
      }
    }
    finish()
    return graph
  }

  /// Counts a row that cannot be read: an error, or as many as the options allow are set aside.
  private mutating func refuse(_ failure: RowFailure) {
    badRows += 1
    guard badRows <= badRowLimit else {
      let count = badRowLimit == 0 ? "" : "; this is bad row \(badRows), and \(badRowLimit) may be"
      return graph.log.error(failure.place, failure.message + count, failure.fix)
    }
    graph.dropEdge(at: failure.place, failure.message, failure.fix)
    graph.refusedRows.append(RefusedRow(line: failure.place.line, reason: failure.message, text: feed.rowText))
  }

  private mutating func finish() {
    if feed.title == nil, !graph.log.hasErrors { graph.log.error(.start, "the table has no row that can be read") }
    if feed.endsInsideRow {
      graph.log.warning(feed.place, "the last row has no line end, as in a table that is cut off")
    }
    addWholes()
    if headerRows > 0, rows == headerRows + blankRows {
      graph.log.warning(.start, "the table has a header and no events")
    }
    graph.formatCounts = [
      ImportCount("rows read", rows), ImportCount("header rows", headerRows), ImportCount("blank rows", blankRows),
      ImportCount("events without two actors", lonelyRows), ImportCount("events repeated", repeatedRows),
      ImportCount("bad rows set aside", min(badRows, badRowLimit)),
    ]
    if let title = feed.title { addNotes(title) }
  }

  private mutating func addNotes(_ title: String) {
    graph.notes.append(
      "\(title): by class \(quadClasses[0]) events of verbal cooperation, \(quadClasses[1]) of material "
        + "cooperation, \(quadClasses[2]) of verbal conflict, \(quadClasses[3]) of material conflict")
    if lonelyRows > 0 {
      graph.notes.append("\(lonelyRows) events have one actor or none, are no ties, and were dropped")
    }
    if let omissions = feed.omissions { graph.notes.append(omissions) }
  }
}

// MARK: - Events

extension EventGatherer {
  /// The strength of an event that neither helps nor harms: the least step of the scale, since a tie has a strength.
  private static var leastStrength: Double { 0.1 }

  private mutating func add(_ event: EventRecord) {
    guard isNew(event) else { return }
    if let quadClass = event.quadClass { quadClasses[quadClass - 1] += 1 }
    guard let source = event.source, let target = event.target else {
      lonelyRows += 1
      return graph.leaveOutEdge(
        at: TextLocation(line: event.line, column: 1), "event \(event.id) has one actor or none")
    }
    for remark in event.remarks { report(remark) }
    var details = ImportCollector.EdgeDetails()
    details.id = event.id
    details.type = event.type
    details.validity.since = event.day.calendarDate
    details.validity.until = event.day.next
    // A table without a hostile event would pass for one without signs.
    if event.goldstein ?? 0 >= 0 {
      graph.set("sign", to: .text((event.goldstein == nil ? Sign.neutral : .positive).rawValue), in: &details)
    }
    details.attributes = event.attributes
    if let address = event.address {
      note(address, added: event.added.calendarDate)
      details.evidence = [Evidence(source: address)]
    }
    graph.addEdge(
      from: node(source, line: event.line), to: node(target, line: event.line), isDirected: true,
      weight: event.goldstein ?? Self.leastStrength, line: event.line, details: details)
  }

  /// Whether no row before had the event; otherwise it is counted as merged, or with other data as dropped.
  private mutating func isNew(_ event: EventRecord) -> Bool {
    guard let earlier = known[event.id] else {
      known[event.id] = KnownRow(row: event.row, line: event.line)
      return true
    }
    repeatedRows += 1
    let place = TextLocation(line: event.line, column: 1)
    if feed.isSame(earlier.row, as: event.row) {
      graph.mergeEdge(at: place, "event \(event.id) stands twice; first in line \(earlier.line), with the same data")
    } else {
      graph.dropEdge(
        at: place, "event \(event.id) stands in line \(earlier.line) with other data; the first counts",
        "keep one of them")
    }
    return false
  }

  private mutating func report(_ remark: EventRemark) {
    switch remark.kind {
    case .error: graph.log.error(remark.place, remark.message, remark.fix)
    case .warning: graph.log.warning(remark.place, remark.message, remark.fix)
    case .warningOnce(let key):
      guard warned.count < ImportLog.limit, warned.insert(key).inserted else { return }
      graph.log.warning(remark.place, remark.message, remark.fix)
    case .repair: graph.repair(at: remark.place, remark.message, remark.fix)
    }
  }

  /// Notes a source, which could be known from the first day on which an event was added that rests on it.
  private mutating func note(_ address: String, added: CalendarDate) {
    if let i = sources[address] {
      if let known = graph.content.sources[i].published, added.firstDay < known.firstDay {
        graph.content.sources[i].published = added
      }
      return
    }
    sources[address] = graph.content.sources.count
    var source = Source(id: address)
    source.published = added
    source.url = address
    graph.content.sources.append(source)
  }
}

// MARK: - Actors

extension EventGatherer {
  /// The node of an actor, of which the row says more.
  private mutating func node(_ actor: EventActor, line: Int) -> Int32 {
    var code = actor.code
    let node = code.withUTF8 { graph.internNode($0, line: line) }
    actors.note(node, actor)
    return node
  }

  /// Adds the countries whose parts are in the table, and says of each actor what its rows say.
  private mutating func addWholes() {
    for position in graph.nodes.indices.map({ Int32($0) }) {
      guard let whole = actors.whole(of: position), graph.node(whole) == nil else { continue }
      let line = Int(graph.nodeLines[Int(position)])
      var country = Actor(id: whole, name: "")
      EventActors.describeCountry(&country)
      graph.addNode(country, at: TextLocation(line: line, column: 1))
    }
    for position in graph.nodes.indices.map({ Int32($0) }) {
      graph.updateNode(position) { actors.describe(position, &$0) }
    }
  }
}
