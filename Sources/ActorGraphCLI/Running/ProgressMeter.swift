import ActorGraph
import Foundation
import Synchronization

/// One line on the terminal that says how far a long run is; silent for the first second.
final class ProgressMeter: Sendable {
  private struct State {
    var start = ContinuousClock.now
    var lastShown = ContinuousClock.now
    var lastDone = 0
  }

  private let title: String
  private let state = Mutex(State())

  init(title: String) { self.title = title }

  /// Shows a step of progress, at most ten times a second.
  func show(_ progress: RunProgress) {
    let line = state.withLock { state -> String? in
      let now = ContinuousClock.now
      if progress.done < state.lastDone {
        state.start = now
        state.lastShown = now
      }
      state.lastDone = progress.done
      let isEnd = progress.done >= progress.total
      guard now - state.start > .seconds(1), isEnd || now - state.lastShown > .milliseconds(100) else { return nil }
      state.lastShown = now
      if isEnd { return "\r\u{1B}[K" }
      let seconds =
        Double((now - state.start).components.seconds) + 1e-18 * Double((now - state.start).components.attoseconds)
      let rate = Double(progress.done) / seconds
      let left = Double(progress.total - progress.done) / max(rate, 1e-9)
      let share = 100 * progress.done / max(progress.total, 1)
      return "\r\(title): \(share) %, \(Int(rate)) a second, \(Int(left.rounded(.up))) s left\u{1B}[K"
    }
    if let line { Terminal.show(line) }
  }
}
