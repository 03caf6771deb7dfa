import ActorGraph

extension Draw {
  /// One picture of what changed between two times.
  func drawChanges(_ session: Session) throws(CommandFailure) {
    var inputs: [NetworkInput] = []
    for file in files { inputs.append(try session.read(file, reading)) }
    let old = try session.project(inputs[0], view, at: changes.from.map { .day($0) } ?? .last, besides: inputs)
    let new = try session.project(
      inputs[inputs.count - 1], view, at: changes.to.map { .day($0) } ?? .last, besides: inputs)
    try write(try changeDrawing(old, new, inputs, session), session)
  }

  /// The drawing of what changed.
  func changeDrawing(
    _ old: ProjectedGraph, _ new: ProjectedGraph, _ inputs: [NetworkInput], _ session: Session, isRanked: Bool = true
  ) throws(CommandFailure) -> Drawing {
    let choices =
      changes.measure == "none" || !isRanked
      ? [] : try MeasureTexts.choices([changes.measure], standard: [], seed: run.seed)
    let result: ComparisonResult
    do {
      result = try NetworkComparison(by: choices).run(old, new, in: session.context)
    } catch {
      throw CommandFailure(error, in: new)
    }
    let picture = ChangePicture(result: result, before: old, after: new)
    let snapshot: Snapshot
    do { snapshot = try picture.snapshot() } catch { throw .data(["actorgraph: \(error)"]) }
    var drawing = Drawing(of: snapshot, projection: new.projection)
    drawing.style = try style(new, session)
    drawing.style.title = look.title ?? "\(new.snapshot.network.title): what changed"
    // Areas would hide which lines changed.
    if look.blocs.isEmpty { drawing.style.blocs = [] }
    let texts = timeTexts(old.snapshot, new.snapshot, inputs)
    drawing.changes = picture.changes(before: texts[0], after: texts[1])
    drawing.dataHash = inputs[inputs.count - 1].sha256
    return drawing
  }

  /// The two times in words, with the files where the days are the same.
  private func timeTexts(_ old: Snapshot, _ new: Snapshot, _ inputs: [NetworkInput]) -> [String] {
    let days = [old, new].map { $0.day?.description ?? $0.timeDescription }
    guard inputs.count == 2 else { return days }
    return zip(days, inputs).map { day, input in
      let name = input.path.split(separator: "/").last.map(String.init) ?? input.path
      return day == "undated" ? name : "\(day) (\(name))"
    }
  }
}
