import ActorModel

extension Study {
  /// The graphs that a view makes of a series of states.
  ///
  /// - Throws: That there is no such source, type or attribute; why the states make no series; what the projection
  ///   throws.
  func series(of states: StateSelection, _ view: StudyView) throws(QuestionError) -> StateSeries {
    let times = StudyCache.Times(states: states, view: view)
    if let series = made.series(at: times) { return series }
    try view.check(in: inputs.map(\.network))
    let taken =
      switch states.kind {
      case .dates(let step): try scheduled(states, every: step, .days, view)
      case .windows(let step): try scheduled(states, every: step, .windows, view)
      case .frames(let attribute): try framed(states, by: attribute, view)
      case .networks: try dated(states, view)
      }
    begin("projecting \(ViewDescription.count(taken.snapshots.frames.count, "date"))")
    let graphs: ProjectedSeries
    do {
      graphs = try ProjectedSeries(of: taken.snapshots, by: view.projection, threads: context.threads)
    } catch .unknownActor(let problem) {
      throw .unfit("\(problem.description)")
    } catch {
      throw .data(["\(taken.inputs.map(\.path).joined(separator: ", ")): \(String(describing: error))"])
    }
    let series = StateSeries(
      graphs: graphs, inputs: taken.inputs, changesAfterLastDay: taken.snapshots.changesAfterLastDay,
      passedOver: taken.snapshots.passedOver,
      notices: taken.notices)
    made.keep(series, at: times)
    return series
  }

  /// The graph that a view makes of a part of the first network: an attribute of the relations says which belong to it.
  ///
  /// - Throws: That there is no such part, with the nearest; as ``series(of:_:)``.
  func graph(
    ofFrame label: String, by attribute: String, _ knowledge: SnapshotSeries.Knowledge, _ view: StudyView
  ) throws(QuestionError) -> ProjectedGraph {
    try view.check(in: inputs.map(\.network))
    var states = StateSelection(.frames(by: attribute))
    states.knowledge = knowledge
    let frames = try framed(states, by: attribute, view).snapshots.frames
    let wanted = FrameDate(label)
    guard let frame = frames.first(where: { $0.date.isSame(as: wanted) }) else {
      let labels = frames.map(\.date.label)
      let near = NearestNames(to: label, among: Set(labels)).prefix(3)
      let advice =
        near.isEmpty
        ? "frames are \(labels.joined(separator: ", "))" : "did you mean \(near.joined(separator: " or "))?"
      throw .unfit("there is no frame '\(label)'; \(advice)")
    }
    return try graph(of: frame.snapshot, by: view.projection, in: inputs[0].path)
  }

  /// Snapshots, with the networks they are of.
  private struct Taken {
    let snapshots: SnapshotSeries
    let inputs: [Input]
    var notices: [Phrase] = []
  }

  private func scheduled(
    _ states: StateSelection, every step: SnapshotSchedule.Step, _ looks: SnapshotSeries.View, _ view: StudyView
  ) throws(QuestionError) -> Taken {
    let input = inputs[0]
    let schedule = SnapshotSchedule(every: step, from: states.from, to: states.to)
    do throws(ScheduleProblem) {
      let snapshots = try SnapshotSeries(
        of: input.network, schedule, view: looks, knowledge: states.knowledge, query: view.query,
        where: view.projection.admits)
      return Taken(snapshots: snapshots, inputs: [input])
    } catch .undated {
      throw .data([
        "\(input.path): no relation is dated, so that nothing says when to look\(Remedy.giveFirstAndLastDay)"
      ])
    } catch {
      throw .unfit("\(error.description)")
    }
  }

  private func framed(
    _ states: StateSelection, by attribute: String, _ view: StudyView
  ) throws(QuestionError) -> Taken {
    let input = inputs[0]
    do throws(FrameProblem) {
      let snapshots = try SnapshotSeries(
        of: input.network, by: attribute, knowledge: states.knowledge, query: view.query)
      return Taken(snapshots: try Self.limited(snapshots, to: states), inputs: [input])
    } catch {
      throw error.isAboutOptions ? .unfit("\(error.description)") : .data(["\(input.path): \(error.description)"])
    }
  }

  private func dated(_ states: StateSelection, _ view: StudyView) throws(QuestionError) -> Taken {
    let networks = try frameNetworks()
    do throws(FrameProblem) {
      let snapshots = try Self.limited(
        SnapshotSeries(of: networks, knowledge: states.knowledge, query: view.query), to: states)
      // In the order of time, so that the order in which networks are given does not show in answers.
      let order = networks.indices.sorted { networks[$0].date < networks[$1].date }
      return Taken(
        snapshots: snapshots, inputs: order.map { inputs[$0] }, notices: Self.notices(on: snapshots, of: networks))
    } catch {
      throw .unfit("\(error.description)")
    }
  }

  /// The networks under their dates.
  private func frameNetworks() throws(QuestionError) -> [FrameNetwork] {
    var networks: [FrameNetwork] = []
    for input in inputs {
      do throws(FrameProblem) {
        if let date = input.date {
          networks.append(FrameNetwork(input.network, date: FrameDate(date), name: input.path))
        } else {
          networks.append(try FrameNetwork(input.network, name: input.path))
        }
      } catch {
        throw .unfit("\(error.description)")
      }
    }
    if let odd = networks.first(where: { $0.date.period == nil }), networks.contains(where: { $0.date.period != nil }) {
      throw .unfit(
        "the frame '\(odd.date.label)' has no date, and others have; write YYYY, YYYY-MM, YYYY-MM-DD or FROM..TO")
    }
    return networks
  }

  /// States in which nothing holds although their networks have relations.
  private static func notices(on snapshots: SnapshotSeries, of networks: [FrameNetwork]) -> [Phrase] {
    snapshots.frames.filter { $0.snapshot.relations.isEmpty && !$0.snapshot.network.relations.isEmpty }.map { frame in
      let name = networks.first { $0.date == frame.date }?.name ?? ""
      return "\(name): nothing in it holds \(frame.snapshot.timeDescription)"
    }
  }

  /// The states from the first day to the last.
  private static func limited(
    _ snapshots: SnapshotSeries, to states: StateSelection
  ) throws(FrameProblem) -> SnapshotSeries {
    guard states.from != nil || states.to != nil else { return snapshots }
    return try snapshots.between(states.from, states.to)
  }
}
