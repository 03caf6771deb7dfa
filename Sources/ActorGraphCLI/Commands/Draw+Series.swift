import ActorGraph

/// A network at one of the dates of a series.
struct SeriesFrame {
  let date: FrameDate
  let projected: ProjectedGraph
}

extension Draw {
  /// Pictures of several dates: files of their own, small multiples, an animation, or a chart of ranks.
  func drawSeries(_ session: Session) throws(CommandFailure) {
    let input = try session.read(files[0], reading)
    let frames = try frames(of: input, session)
    if let measure = series.bump { return try drawRanks(by: measure, frames, input, session) }
    let union: Snapshot
    do { union = try Snapshot(union: frames.map(\.projected.snapshot)) } catch { throw .data(["actorgraph: \(error)"]) }
    let store = try places.store()
    if series.isMultiples {
      var multiples = SmallMultiples(try panels(frames, input, session), union: union)
      multiples.positions = store?.positions
      let composed = try Self.drawn { () throws(DrawingError) in try multiples.compose() }
      let bytes = try Self.rendered(composed.picture, as: try chosenFormat(), session)
      try write(bytes, try chosenFormat(), store?.outcome(composed.union))
      tellOfNothing(in: [composed.union])
    } else if series.isAnimated {
      guard try chosenFormat() == .svg else { throw .usage("only an svg can play: write -o FILE.svg, or --multiples") }
      var animation = AnimatedPicture(try panels(frames, input, session), union: union)
      animation.positions = store?.positions
      animation.secondsPerDate = series.seconds
      let composed = try Self.drawn { () throws(DrawingError) in try animation.compose() }
      let bytes = try Self.rendered(composed.picture, as: .svg, session)
      try write(bytes, .svg, store?.outcome(composed.union))
      tellOfNothing(in: [composed.union])
    } else {
      try drawFiles(frames, input, union, store, session)
    }
  }

  /// A file for each date.
  private func drawFiles(
    _ frames: [SeriesFrame], _ input: NetworkInput, _ union: Snapshot, _ store: PositionStore?, _ session: Session
  ) throws(CommandFailure) {
    guard let picture, picture.contains("{date}") else {
      throw .usage(
        "\(frames.count) pictures need a name each: write {date} in it, as in -o series/kabul-{date}.svg; "
          + "or choose --multiples, --animate or --bump MEASURE")
    }
    let format = try chosenFormat()
    let drawings =
      changes.isWanted
      ? try panels(frames, input, session).map(\.drawing) : try plainDrawings(frames, input, session)
    var pictures = PictureSeries(drawings, union: union)
    pictures.positions = store?.positions
    pictures.leastPage = store?.page
    let composed = try Self.drawn { () throws(DrawingError) in try pictures.compose() }
    // Everything is rendered before the first file is written.
    var files: [AtomicFileSet.Member] = []
    for (frame, composition) in zip(frames, composed.pictures) {
      let label = frame.date.label.replacing("/", with: "-")
      let bytes = try Self.drawn { () throws(DrawingError) in
        try GraphvizRenderer().render(composition, as: format, in: session.context)
      }
      files.append(AtomicFileSet.Member(path: picture.replacing("{date}", with: label), bytes: bytes))
    }
    try plan.check(series: files.map(\.path))
    let positions = store?.outcome(composed.union)
    try Terminal.writeSeries(files + [positions?.file].compactMap(\.self))
    if !run.quiet { Terminal.warn("wrote \(files.count) pictures, \(files[0].path) to \(files[files.count - 1].path)") }
    if let positions, !run.quiet { Terminal.warn(positions.message) }
    tellOfNothing(in: composed.pictures)
  }

  /// The states at the dates asked for.
  private func frames(of input: NetworkInput, _ session: Session) throws(CommandFailure) -> [SeriesFrame] {
    let query = try view.query(.last, names: [input.network])
    let projection = view.projection
    var frames: [Frame] = []
    if let step = series.every {
      let schedule = SnapshotSchedule(every: step, from: changes.from, to: changes.to)
      do {
        let series = try SnapshotSeries(of: input.network, schedule, query: query, where: projection.admits)
        session.note([series.passedOver].compactMap(\.self).map(AnswerWording.commandLine.text))
        frames = series.frames
      } catch {
        throw .usage("\(error)")
      }
    } else {
      frames = Set(series.dates.flatMap(\.self)).sorted().map { day in
        var query = query
        query.time = .day(day)
        return Frame(date: FrameDate(day), snapshot: Snapshot(of: input.network, query))
      }
    }
    return try frames.map { frame throws(CommandFailure) in
      do throws(ProjectionError) {
        return SeriesFrame(date: frame.date, projected: try projection.graph(of: frame.snapshot))
      } catch .unknownActor(let problem) {
        throw .usage(problem.description)
      } catch {
        throw .data(["\(input.path): \(error)"])
      }
    }
  }

  private func plainDrawings(
    _ frames: [SeriesFrame], _ input: NetworkInput, _ session: Session
  ) throws(CommandFailure) -> [Drawing] {
    try frames.map { frame throws(CommandFailure) in
      var drawing = Drawing(of: frame.projected.snapshot, projection: frame.projected.projection)
      drawing.style = try style(frame.projected, session)
      drawing.dataHash = input.sha256
      return drawing
    }
  }

  /// Each date with what changed since the one before.
  private func panels(
    _ frames: [SeriesFrame], _ input: NetworkInput, _ session: Session
  ) throws(CommandFailure) -> [SmallMultiples.Panel] {
    var panels: [SmallMultiples.Panel] = []
    for (index, frame) in frames.enumerated() {
      var drawing: Drawing
      if index > 0 {
        drawing = try changeDrawing(
          frames[index - 1].projected, frame.projected, [input], session, isRanked: false)
      } else {
        drawing = try plainDrawings([frame], input, session)[0]
      }
      if look.blocs.isEmpty { drawing.style.blocs = [] }
      if series.isMultiples || series.isAnimated { drawing.style.title = look.title }
      panels.append(SmallMultiples.Panel(date: frame.date.label, drawing: drawing))
    }
    return panels
  }

  /// A chart of ranks over time.
  private func drawRanks(
    by measure: String, _ frames: [SeriesFrame], _ input: NetworkInput, _ session: Session
  ) throws(CommandFailure) {
    let choice = try MeasureTexts.choices([measure], standard: [], seed: run.seed)[0]
    var rankings: [RankingResult] = []
    for frame in frames {
      do {
        rankings.append(try InfluenceRanking(by: choice).run(on: frame.projected, in: session.context))
      } catch {
        throw CommandFailure(error, in: frame.projected)
      }
      if let refusal = rankings[rankings.count - 1].refusal {
        throw .data(["actorgraph: \(choice.summary.title) is not defined at \(frame.date.label): \(refusal)"])
      }
    }
    let network = input.network
    var chart = BumpChart(
      title: look.title ?? network.title, measure: choice.summary.title.lowercased(), dates: frames.map(\.date.label),
      lines: Self.lines(rankings))
    chart.top = series.top
    let chosen = try look.emphasise.separatedByCommas.map { word throws(CommandFailure) in
      try session.actor(word, in: network)
    }
    chart.emphasised = Set(chosen.map(\.id))
    chart.page = look.page.page
    chart.showsLegend = !look.hidesLegend
    chart.facts = [rankings[rankings.count - 1].settings.lowercased(), look.note].compactMap(\.self)
    chart.facts += SeriesDescription(of: [], frames.map(\.projected)).remarks
    chart.facts.append("data \(input.sha256.prefix(12))")
    let composed = try Self.drawn { () throws(DrawingError) in try chart.compose() }
    try write(try Self.rendered(composed, as: try chosenFormat(), session), try chosenFormat())
  }

  /// The ranks of every actor at every date.
  private static func lines(_ rankings: [RankingResult]) -> [BumpChart.Line] {
    var lines: [String: BumpChart.Line] = [:]
    let nobody = [Int?](repeating: nil, count: rankings.count)
    let nothing = [Double?](repeating: nil, count: rankings.count)
    for (date, ranking) in rankings.enumerated() {
      for row in ranking.ranked {
        let id = row.actor.id
        lines[id, default: BumpChart.Line(id: id, name: row.actor.name, ranks: nobody, scores: nothing)].ranks[date] =
          row.rank
        lines[id]?.scores[date] = row.score
      }
    }
    return lines.values.sorted { $0.id < $1.id }
  }

  /// What the drawing gives, its errors as the command's.
  static func drawn<Result>(_ work: () throws(DrawingError) -> Result) throws(CommandFailure) -> Result {
    do { return try work() } catch { throw failure(error) }
  }

  static func rendered(
    _ picture: Picture, as format: PictureFormat, _ session: Session
  ) throws(CommandFailure) -> [UInt8] {
    try drawn { () throws(DrawingError) in try GraphvizRenderer().render(picture, as: format, in: session.context) }
  }
}
