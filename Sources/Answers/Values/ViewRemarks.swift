import ActorModel

extension ViewDescription {
  /// What a form without a head cannot say of graphs: undated relations that count, days outside the file's dates, ties
  /// that are left out.
  package static func remarks(on graphs: [ProjectedGraph]) -> [Phrase] {
    graphs.flatMap { projected -> [Phrase] in
      let view = ViewDescription(of: projected)
      let time = projected.snapshot.timeDescription
      var remarks = [view.outside, view.undated].compactMap(\.self).map { Phrase("\(time): \($0)") }
      if let loops = view.loops {
        let dropped = projected.droppedLoopCount
        remarks.append("\(time): \(loops)\(dropped > 0 ? "\(Remedy.keepLoops(dropped))" : Phrase())")
      }
      return remarks
    }
  }
}
