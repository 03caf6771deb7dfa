import ActorGraph

/// Timelines as JSON.
struct TimelineRecord: Encodable {
  struct State: Encodable {
    let date: String
    let from: String?
    let until: String?
    let actors: Int
    let relations: Int
  }

  struct Measure: Encodable {
    let measure: String
    let parameters: [String: String]
    let scale: String?
    let direction: EdgeDirection?
    let weights: String
    let signs: SignUse
    /// Dates on which it is not defined, with the reason.
    let refused: [String: String]

    init(_ rankings: [RankingResult], _ choice: MeasureChoice, _ dates: [FrameDate]) {
      let defined = rankings.first { $0.refusal == nil }
      measure = choice.summary.id
      parameters = Dictionary(choice.options.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
      scale = defined?.scale
      direction = defined?.direction
      weights = defined?.weights?.rawValue ?? "none"
      signs = choice.summary.signs
      refused = Dictionary(
        zip(dates, rankings).compactMap { date, ranking in ranking.refusal.map { (date.label, $0) } },
        uniquingKeysWith: { first, _ in first })
    }
  }

  struct Row: Encodable {
    let date: String
    let actor: String?
    let name: String?
    let measure: String
    let score: Double
    let rank: Int?
    /// What the statements behind a tie say together; of ties alone.
    var sign: TieSign?
  }

  struct Event: Encodable {
    let event: SeriesEvent.Kind
    let date: String?
    let statement: RelationRecord
    let fields: [Field]

    init(_ event: SeriesEvent) {
      self.event = event.kind
      date = event.date?.description
      statement = RelationRecord(event.relation)
      fields = event.fields.map { Field(field: $0.field, before: $0.before, after: $0.after) }
    }
  }

  struct Field: Encodable {
    let field: String
    let before: String?
    let after: String?
  }

  struct Change: Encodable {
    let measure: String
    let actor: String?
    let date: String
    let before: Double
    let after: Double
    let change: Double
    let relativeSize: Double
    let step: Double
    let events: [Event]
    let ownEvents: Int
    let allEvents: Int

    init(_ change: SeriesChange, _ dates: [FrameDate]) {
      switch change.subject {
      case .actor(let actor, let measure):
        self.measure = measure
        self.actor = actor.id
      case .network(let measure):
        self.measure = measure.rawValue
        actor = nil
      case .tie(let tie):
        measure = "tie"
        actor = "\(tie.from):\(tie.to)"
      }
      date = dates[change.state].label
      before = change.before
      after = change.after
      self.change = change.difference
      relativeSize = change.relativeSize
      step = change.size
      events = change.events.map(Event.init)
      ownEvents = change.ownEventCount
      allEvents = change.eventCount
    }
  }

  struct Changes: Encodable {
    let method: String
    let cost: ChangePoints.Cost
    let penalty: Double
    /// How many dates a series must have for a change point.
    let leastDates: Int
    let tooFewDates: Bool
    let points: [Change]
  }

  struct Bloc: Encodable {
    struct Gate: Encodable {
      let actor: String
      let count: Double
    }

    struct Drifter: Encodable {
      let actor: String
      let before: Double
      let after: Double
    }

    let date: String
    let bloc: String
    let name: String
    let members: [String]
    let cohesion: Double?
    let hostility: Double?
    let insidePositive: Double
    let insideNegative: Double
    let outsidePositive: Double
    let outsideNegative: Double
    let gatekeepers: [Gate]
    let joined: [String]
    let left: [String]
    let drifted: [Drifter]

    init(_ entry: LedgerEntry, _ date: FrameDate) {
      self.date = date.label
      bloc = entry.bloc
      name = entry.name
      members = entry.members.map(\.id)
      cohesion = entry.cohesion
      hostility = entry.hostility
      insidePositive = entry.insidePositive
      insideNegative = entry.insideNegative
      outsidePositive = entry.outsidePositive
      outsideNegative = entry.outsideNegative
      gatekeepers = entry.gatekeepers.map { Gate(actor: $0.actor.id, count: $0.count) }
      joined = entry.joined.map(\.id)
      left = entry.left.map(\.id)
      drifted = entry.drifters.map { Drifter(actor: $0.actor.id, before: $0.before, after: $0.after) }
    }
  }

  let manifest: Manifest
  let dates: [State]
  /// Days with changes after the last date, up to the end of the period asked for.
  let changesAfterLastDate: [String]
  let measures: [Measure]
  let network: [String: String]
  let series: [Row]
  let changePoints: Changes?
  let ledger: [Bloc]?

  init(
    _ manifest: Manifest, _ result: TimelineResult, _ finder: ChangePoints?, _ shown: Set<String>?,
    changesAfter: [Day]
  ) {
    self.manifest = manifest
    changesAfterLastDate = changesAfter.map(\.description)
    dates = zip(result.dates, result.graphs).map { date, projected in
      State(
        date: date.label, from: date.period?.start.description, until: date.period?.end.description,
        actors: projected.graph.nodeCount, relations: projected.relationCount)
    }
    measures = zip(result.rankings, result.measures).map { Measure($0, $1, result.dates) }
    network = Dictionary(
      result.networkMeasures.map { ($0.rawValue, $0.meaning) }, uniquingKeysWith: { first, _ in first })
    series = Self.rows(result, shown)
    changePoints = finder.map { finder in
      Changes(
        method: TimelineTables.statement(of: finder, count: result.dates.count), cost: finder.cost,
        penalty: finder.penalty(forCount: result.dates.count), leastDates: finder.leastCount,
        tooFewDates: result.dates.count < finder.leastCount,
        points: result.changes.filter { change in
          guard let shown, case .actor(let actor, _) = change.subject else { return true }
          return shown.contains(actor.id)
        }.map { Change($0, result.dates) })
    }
    ledger = result.ledger.map { states in
      zip(states, result.dates).flatMap { entries, date in entries.map { Bloc($0, date) } }
    }
  }

  private static func rows(_ result: TimelineResult, _ shown: Set<String>?) -> [Row] {
    result.dates.indices.flatMap { state -> [Row] in
      let date = result.dates[state].label
      var rows: [Row] = []
      for (measure, values) in zip(result.networkMeasures, result.networkValues) {
        guard let value = values[state] else { continue }
        rows.append(Row(date: date, actor: nil, name: nil, measure: measure.rawValue, score: value, rank: nil))
      }
      for (t, tie) in result.ties.enumerated() {
        guard let value = result.tieValues[t][state] else { continue }
        rows.append(
          Row(
            date: date, actor: "\(tie.from):\(tie.to)", name: nil, measure: "tie", score: value, rank: nil,
            sign: result.tieSigns[t][state]))
      }
      for rankings in result.rankings {
        for row in rankings[state].ranked where shown?.contains(row.actor.id) ?? true {
          rows.append(
            Row(
              date: date, actor: row.actor.id, name: row.actor.name, measure: rankings[state].measure,
              score: row.score, rank: row.rank))
        }
      }
      return rows
    }
  }
}
